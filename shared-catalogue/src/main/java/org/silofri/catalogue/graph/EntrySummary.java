package org.silofri.catalogue.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * What a list shows of an entry.
 *
 * @param title by language; at least one
 * @param updated when this version was published
 * @param verdict notation, when the entry has one
 * @param rung notation, when the entry has one
 * @param themes notations
 */
public record EntrySummary(
        EntryIri iri,
        EntryKind kind,
        CityId city,
        Map<String, String> title,
        Instant updated,
        @Nullable String verdict,
        @Nullable String rung,
        List<String> themes) {

    public EntrySummary {
        title = Map.copyOf(title);
        themes = List.copyOf(themes);
    }
}
