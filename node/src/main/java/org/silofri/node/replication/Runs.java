package org.silofri.node.replication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.SignedEvent;

/**
 * Parts events that came together into runs, each of one city and unbroken as its events claim, so
 * that one verified signature may count for a whole run (F2a).
 */
final class Runs {

    private Runs() {}

    /**
     * All events, in runs; those of one city in the order given.
     *
     * @param first its runs come first
     */
    static List<List<SignedEvent>> of(List<SignedEvent> events, CityId first) {
        Map<CityId, List<List<SignedEvent>>> cities = new LinkedHashMap<>();
        cities.put(first, new ArrayList<>());
        for (SignedEvent event : events) {
            List<List<SignedEvent>> runs =
                    cities.computeIfAbsent(event.city(), city -> new ArrayList<>());
            if (runs.isEmpty() || !follows(runs.getLast().getLast(), event)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(event);
        }
        return cities.values().stream().flatMap(List::stream).toList();
    }

    private static boolean follows(SignedEvent before, SignedEvent next) {
        Envelope envelope = next.envelope();
        return envelope.epoch() == before.envelope().epoch()
                && envelope.seq() == before.envelope().seq() + 1
                && envelope.prev().equals(before.hash());
    }
}
