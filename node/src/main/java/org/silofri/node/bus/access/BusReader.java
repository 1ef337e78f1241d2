package org.silofri.node.bus.access;

import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.message.BusNames;

/**
 * A node as the hub sees it.
 *
 * @param user its login name and the name of its queue
 * @param cities whose events it may send; more than one when it hosts several
 */
public record BusReader(String user, Set<CityId> cities) {

    public BusReader {
        if (!CityId.isValid(user)) {
            throw new IllegalArgumentException(
                    "Bus user \"%s\" is not 2 to 40 of a-z, 0-9 and -; choose another"
                            .formatted(user));
        }
        cities = Set.copyOf(cities);
    }

    boolean maySendTo(String address) {
        return cities.stream().map(BusNames::events).anyMatch(address::equals);
    }

    boolean mayConsume(String qualifiedQueue) {
        return qualifiedQueue.equals(BusNames.qualifiedSubscription(user));
    }
}
