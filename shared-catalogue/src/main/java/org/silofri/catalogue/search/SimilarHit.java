package org.silofri.catalogue.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * An entry whose title says much the same ("has anyone tried this?").
 *
 * @param title per language; at least one
 * @param why the words of the title that matched; never empty
 * @param verdict as in {@link Hit}
 * @param outcomes as in {@link Hit}
 */
public record SimilarHit(
        EntryIri iri,
        EntryKind kind,
        CityId city,
        Map<String, String> title,
        double score,
        List<Match> why,
        @Nullable String verdict,
        List<Outcome> outcomes) {

    public SimilarHit {
        title = Map.copyOf(title);
        why = List.copyOf(why);
        outcomes = List.copyOf(outcomes);
    }
}
