package org.silofri.node.sparql;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** The store as one query sees it: read only, and every pull asks the guard. */
final class GuardedDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

    private final Guard guard;

    GuardedDataset(DatasetGraph store, Guard guard) {
        super(store);
        this.guard = guard;
    }

    Guard guard() {
        return guard;
    }

    private <T> Iterator<T> guarded(Iterator<T> items) {
        return Iter.map(
                items,
                item -> {
                    guard.check();
                    return item;
                });
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createUnionGraph(this);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return guarded(super.listGraphNodes());
    }

    @Override
    public Iterator<Quad> find() {
        return guarded(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return guarded(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
        guard.check();
        return guarded(super.find(g, s, p, o));
    }

    @Override
    public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
        guard.check();
        return guarded(super.findNG(g, s, p, o));
    }

    @Override
    public boolean contains(Node g, Node s, Node p, Node o) {
        guard.check();
        return super.contains(g, s, p, o);
    }
}
