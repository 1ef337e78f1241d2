package org.silofri.catalogue.entry;

import java.util.List;

/** Bytes that should be canonical N-Triples are not. */
public final class NotCanonical extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    NotCanonical(List<String> problems) {
        super("Payload is not canonical N-Triples: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in order of appearance. */
    public List<String> problems() {
        return problems;
    }
}
