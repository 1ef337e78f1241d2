package org.silofri.node.replication;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Door;

/**
 * How something came in. Never a reason to trust it (F6); needed for counting (F16) and bounds
 * (F19).
 *
 * @param door how it came in
 * @param peer who delivered it: {@code hub}, a peer's URL, or the address that a connection has
 * @param asked what was asked for, when it is an answer
 */
public record Source(Door door, String peer, Optional<Range> asked) {

    /**
     * A stretch of a city's log.
     *
     * @param after not in it
     * @param upTo in it
     */
    public record Range(CityId city, Position after, Position upTo) {

        boolean holds(CityId other, Position at) {
            return other.equals(city) && at.compareTo(after) > 0 && at.compareTo(upTo) <= 0;
        }
    }

    /** Sent without being asked for: bus or push. */
    public static Source unasked(Door door, String peer) {
        return new Source(door, peer, Optional.empty());
    }

    /** An answer to a repair. */
    public static Source answer(String peer, Range asked) {
        return new Source(Door.PULL, peer, Optional.of(asked));
    }

    /** What is paused when it brings too much that is not authentic (F16). */
    String link() {
        return door.label() + " " + peer;
    }
}
