package org.silofri.catalogue.graph;

import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;

/**
 * How many entries hold triples.
 *
 * @param byKind kinds that occur
 * @param byCity cities that have entries
 * @param byVerdict by notation
 */
public record EntryCounts(
        Map<EntryKind, Long> byKind, Map<CityId, Long> byCity, Map<String, Long> byVerdict) {

    public EntryCounts {
        byKind = Map.copyOf(byKind);
        byCity = Map.copyOf(byCity);
        byVerdict = Map.copyOf(byVerdict);
    }
}
