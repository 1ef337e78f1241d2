package org.silofri.node.assignment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * What a city says of its own problem and a shared one.
 *
 * @param problem the city's
 * @param shared the coordinator's
 * @param same whether the city confirms
 * @param reason why it differs, by language; empty when it confirms
 * @param said when the city signed that version of its problem
 */
public record Likeness(
        CityId city,
        EntryIri problem,
        EntryIri shared,
        boolean same,
        Map<String, String> reason,
        @Nullable Instant said) {

    public Likeness {
        reason = Map.copyOf(reason);
    }
}
