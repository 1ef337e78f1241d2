package org.silofri.node.security;

import java.util.Comparator;
import org.silofri.catalogue.entry.CityId;

/**
 * What a caller may do for one city.
 *
 * @param city an own or hosted city of this node; the coordinator's own id for a {@link
 *     Role#COORDINATOR}
 */
public record Grant(Role role, CityId city) implements Comparable<Grant> {

    private static final Comparator<Grant> BY_CITY =
            Comparator.comparing((Grant grant) -> grant.city().value()).thenComparing(Grant::role);

    /** By city, then by role. */
    @Override
    public int compareTo(Grant other) {
        return BY_CITY.compare(this, other);
    }
}
