package org.silofri.catalogue.entry;

import java.util.List;

/** Whether a graph can be an entry's payload. */
public sealed interface CanonicalResult {

    /** It can. */
    record Canonical(Snapshot snapshot) implements CanonicalResult {}

    /**
     * It cannot.
     *
     * @param problems at least one; each names what is wrong and the remedy, at most 20
     */
    record Refused(List<String> problems) implements CanonicalResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
