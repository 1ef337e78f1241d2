package org.silofri.node.intake;

import java.time.Duration;
import java.util.List;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.Violation;

/** What came of a wish to create, replace or withdraw an entry. */
public sealed interface EditResult {

    /**
     * On disk in the own log (<i>saved</i>).
     *
     * @param position its place; also the entry's new version
     * @param created true when the entry was not visible before
     * @param warnings what the publisher should look at once more; often empty
     */
    record Saved(EntryIri entry, Position position, boolean created, List<Violation> warnings)
            implements EditResult {

        /** Copies. */
        public Saved {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Dry run only: it would be saved.
     *
     * @param created true when the entry is not visible now
     * @param warnings what the publisher should look at once more; often empty
     */
    record Acceptable(EntryIri entry, boolean created, List<Violation> warnings)
            implements EditResult {

        /** Copies. */
        public Acceptable {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The entry already says exactly this; nothing was written.
     *
     * @param position of the version that says so
     */
    record Unchanged(EntryIri entry, Position position) implements EditResult {}

    /**
     * The same request was answered before; nothing was written now, and this is what came of it
     * then, whatever became of the entry since.
     *
     * @param position the event that it led to
     * @param created true if it made that event; false if the entry said so already
     * @param warnings what the publisher should look at once more; often empty
     */
    record Repeated(EntryIri entry, Position position, boolean created, List<Violation> warnings)
            implements EditResult {

        /** Copies. */
        public Repeated {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The key of the request belongs to an earlier one with other content.
     *
     * @param entry what that one was about
     */
    record KeyReused(EntryIri entry) implements EditResult {}

    /** The content breaks rules. */
    record Refused(List<Violation> violations) implements EditResult {

        /** Copies. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** The city has used its quota (F20). */
    record Throttled(Duration retryAfter) implements EditResult {}

    /**
     * The city may not do this (F18).
     *
     * @param reason tells the remedy
     */
    record NotAllowed(String reason) implements EditResult {}

    /**
     * The node cannot write now (F8).
     *
     * @param reason tells the remedy
     */
    record ReadOnly(String reason) implements EditResult {}

    /** An entry with that IRI exists. */
    record Taken(EntryIri entry) implements EditResult {}

    /**
     * The entry has another version than the caller has seen.
     *
     * @param current its version now
     */
    record Stale(EntryIri entry, Position current) implements EditResult {}

    /** There is no such entry of this node, or it is withdrawn. */
    record Missing(EntryIri entry) implements EditResult {}
}
