package org.silofri.catalogue.graph;

import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Projection;

/**
 * Brings the log into the graph store in use: one transaction a batch, of which the last state of
 * each entry alone is written, and the checkpoint with it (F4).
 */
final class GraphProjection implements Projection {

    static final String NAME = "graph";

    private final GraphStore store;

    GraphProjection(GraphStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long checkpoint() {
        return store.checkpoint();
    }

    @Override
    public void apply(Batch batch) {
        store.apply(batch);
    }

    /** Leaves the store open: it belongs to whoever opened it. */
    @Override
    public void close() {}
}
