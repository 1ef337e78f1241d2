package org.silofri.connectors.tabular.entry;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.silofri.connectors.tabular.sheet.Terms;

/** An entry's graph while a row fills it; every subject is the entry or a fragment of it. */
final class EntryGraph {

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Node entry;

    EntryGraph(RowId id) {
        entry = NodeFactory.createURI(id.entry().value());
        add(Terms.TYPE, NodeFactory.createURI(id.kind().classIri()));
    }

    void add(Node property, Node value) {
        graph.add(entry, property, value);
    }

    /** Links the entry by {@code property} to its fragment of that name, and gives the fragment. */
    Node fragment(Node property, String name) {
        Node fragment = NodeFactory.createURI(entry.getURI() + "#" + name);
        add(property, fragment);
        return fragment;
    }

    void add(Node subject, Node property, Node value) {
        graph.add(subject, property, value);
    }

    Graph graph() {
        return graph;
    }
}
