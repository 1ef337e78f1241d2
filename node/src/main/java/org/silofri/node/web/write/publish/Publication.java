package org.silofri.node.web.write.publish;

import java.util.List;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Violation;

/** What came of a wish to publish a draft. */
public sealed interface Publication {

    /** It may be published; checking only. */
    record Sound() implements Publication {}

    /** It is in the city's log, and on this node's pages. */
    record Done(EntryIri entry) implements Publication {}

    /** It breaks rules. */
    record Faulty(List<Violation> violations) implements Publication {
        public Faulty {
            violations = List.copyOf(violations);
        }
    }

    /** A publisher has to look at it once more, and confirm. */
    record Doubtful(List<Violation> warnings) implements Publication {
        public Doubtful {
            warnings = List.copyOf(warnings);
        }
    }

    /** The published entry has changed since it was read. */
    record Overtaken(EntryIri entry) implements Publication {}

    /** The published entry has been withdrawn since. */
    record Gone(EntryIri entry) implements Publication {}

    /** Nothing can be published now; the same may be tried later. */
    record Later(Reason reason) implements Publication {}

    /** Why not now; each has a text ({@code writing.later.…}). */
    enum Reason {
        /** The city's quota is used up (F20). */
        THROTTLED,
        /** The node does not know yet whether its log is whole (F8), or has no room. */
        READ_ONLY,
        /** Others write to the same entry. */
        BUSY,
        /** What was published under this draft before says something else. */
        PUBLISHED
    }
}
