package org.silofri.node.replication;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/**
 * How something came in. Never a reason to trust it (F6); needed for counting (F16) and bounds
 * (F19).
 *
 * @param link who delivered it, for example {@code hub} or {@code push 127.0.0.1}
 * @param asked what was asked for, when it is an answer
 */
public record Source(String link, Optional<Range> asked) {

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
    public static Source unasked(String link) {
        return new Source(link, Optional.empty());
    }

    /** An answer to a repair. */
    public static Source answer(String link, Range asked) {
        return new Source(link, Optional.of(asked));
    }
}
