package org.silofri.catalogue.log;

import java.util.Optional;
import org.silofri.catalogue.event.Position;

/** What an author believes to be the latest version of the entry that it is about to write. */
public sealed interface Expectation {

    /** Writes whatever stands there. */
    record Anything() implements Expectation {}

    /** The log has no event about the entry yet. */
    record NothingYet() implements Expectation {}

    /** The latest event about the entry is this one ({@code If-Match}). */
    record LatestIs(Position position) implements Expectation {}

    /** Tells whether the latest event about the entry is the one expected. */
    default boolean holds(Optional<Position> latest) {
        return switch (this) {
            case Anything() -> true;
            case NothingYet() -> latest.isEmpty();
            case LatestIs(Position position) -> latest.equals(Optional.of(position));
        };
    }
}
