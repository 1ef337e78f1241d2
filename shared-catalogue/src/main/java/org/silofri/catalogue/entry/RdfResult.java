package org.silofri.catalogue.entry;

import org.apache.jena.graph.Graph;

/** What reading RDF from outside gave. */
public sealed interface RdfResult {

    /** The triples, compared by term; blank nodes and foreign subjects are not yet refused. */
    record Parsed(Graph graph) implements RdfResult {}

    /**
     * It is not read.
     *
     * @param cause which limit or rule
     * @param line from 1; 0 when the whole input is meant
     * @param column from 1; 0 when the whole line is meant
     * @param message what is wrong and the remedy, in English
     */
    record Refused(Cause cause, long line, long column, String message) implements RdfResult {}

    /** Why input is refused. */
    enum Cause {
        /** Larger than {@link Limits#BYTES} or {@link Limits#TRIPLES}. */
        TOO_LARGE,
        /** Nested deeper than {@link Limits#DEPTH}. */
        TOO_DEEP,
        /** Not the syntax that it claims to be. */
        SYNTAX,
        /** Names a JSON-LD context other than the network's own. */
        REMOTE_CONTEXT
    }
}
