package org.silofri.catalogue.graph;

import java.util.Map;
import org.silofri.catalogue.entry.CityId;

/**
 * Graph digest of each city (WIRE "Two digests"): SHA-256 over one line {@code IRI, space, SHA-256
 * of the canonical bytes, line feed} for each of its entries that holds triples, in the order of
 * the IRIs' bytes; hexadecimal.
 *
 * @param byCity cities with at least one such entry
 * @param checkpoint last change of the log that the graph holds
 */
public record CityDigests(Map<CityId, String> byCity, long checkpoint) {

    /** Digest of a city without entries: SHA-256 of nothing. */
    public static final String EMPTY =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public CityDigests {
        byCity = Map.copyOf(byCity);
    }

    /** The digest of a city, {@link #EMPTY} when it has no entries. */
    public String of(CityId city) {
        return byCity.getOrDefault(city, EMPTY);
    }
}
