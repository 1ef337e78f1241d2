package org.silofri.catalogue.overview;

import java.time.Instant;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * That a city withdrew an entry.
 *
 * @param at when
 * @param reason by language; may be empty
 */
public record Withdrawal(EntryIri entry, CityId city, Instant at, Map<String, String> reason) {

    public Withdrawal {
        reason = Map.copyOf(reason);
    }
}
