package org.silofri.catalogue.graph;

import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Rebuild;

/** A new generation on its way. */
final class GraphRebuild implements Rebuild {

    private final GraphStore store;
    private final GraphGeneration generation;
    private boolean open = true;

    GraphRebuild(GraphStore store, GraphGeneration generation) {
        this.store = store;
        this.generation = generation;
    }

    @Override
    public String name() {
        return GraphProjection.NAME + "-rebuild";
    }

    @Override
    public long checkpoint() {
        return generation.checkpoint();
    }

    @Override
    public void apply(Batch batch) {
        generation.apply(batch);
    }

    @Override
    public void takeOver() {
        if (!open) {
            throw new IllegalStateException("This rebuild is over; start another");
        }
        open = false;
        store.replaceBy(generation);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            store.throwAway(generation);
        }
    }
}
