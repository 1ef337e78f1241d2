package org.silofri.catalogue.validation;

import java.time.Duration;
import java.util.List;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;

/** What became of a candidate. */
public sealed interface IntakeResult {

    /** It is in the city's log. */
    record Published(EntryIri entry, Position position, boolean created) implements IntakeResult {}

    /** It says what the log already says; no event was made. */
    record Unchanged(EntryIri entry) implements IntakeResult {}

    /** It breaks rules; at least one violation. */
    record Refused(List<Violation> violations) implements IntakeResult {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** The city's quota is used up (F20); the same candidate may be submitted again later. */
    record Throttled(Duration retryAfter) implements IntakeResult {}

    /**
     * Nothing can be written at the moment, whatever the candidate says; the same one may be
     * submitted again later.
     */
    record Unavailable(String reason) implements IntakeResult {}

    /** The city may not publish this here. */
    record NotAllowed(String reason) implements IntakeResult {}
}
