package org.silofri.catalogue.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * An entry that answers a search.
 *
 * @param title per language; at least one
 * @param snippet passage in the language that matched, the reader's own first
 * @param score for ordering within one answer only; 0 for an empty query
 * @param why the words that matched; empty for an empty query
 * @param verdict of a result; of a pilot that of its city's latest standing result; otherwise null
 * @param rung of a scaling event, or claimed by the entry; otherwise null
 * @param updated time of the event that holds this version
 * @param themes notations
 * @param outcomes results about a problem, pilot or solution, standing ones first; at most 20
 */
public record Hit(
        EntryIri iri,
        EntryKind kind,
        CityId city,
        Map<String, String> title,
        Snippet snippet,
        double score,
        List<Match> why,
        @Nullable String verdict,
        @Nullable String rung,
        Instant updated,
        List<String> themes,
        List<Outcome> outcomes) {

    public Hit {
        title = Map.copyOf(title);
        why = List.copyOf(why);
        themes = List.copyOf(themes);
        outcomes = List.copyOf(outcomes);
    }
}
