package org.silofri.connectors.tabular.value;

import org.apache.jena.graph.Node;
import org.silofri.connectors.Remark;

/** What became of a cell's text. */
public sealed interface Parsed {

    /**
     * The text is understood.
     *
     * @param node as it stands in the graph
     */
    record Value(Node node) implements Parsed {}

    /**
     * The text is not understood.
     *
     * @param remark why, and what helps
     */
    record Bad(Remark remark) implements Parsed {}

    static Parsed bad(String key, String... args) {
        return new Bad(Remark.of(key, args));
    }
}
