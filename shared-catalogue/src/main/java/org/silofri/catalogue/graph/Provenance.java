package org.silofri.catalogue.graph;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/**
 * Where an entry's triples come from, as its provenance graph tells.
 *
 * @param city whose log holds the version
 * @param position of the version
 * @param eventHash hash of the event
 * @param kid key that signed; empty when the version is erased
 * @param time when the author signed; empty when the version is erased
 * @param licence IRI; empty when the entry is withdrawn or erased
 * @param invalidatedAt when it ceased to hold; empty as long as it holds
 * @param withdrawalReason by language; empty unless withdrawn
 */
public record Provenance(
        CityId city,
        Position position,
        String eventHash,
        Optional<String> kid,
        Optional<Instant> time,
        Optional<String> licence,
        Optional<Instant> invalidatedAt,
        Map<String, String> withdrawalReason) {

    public Provenance {
        withdrawalReason = Map.copyOf(withdrawalReason);
    }
}
