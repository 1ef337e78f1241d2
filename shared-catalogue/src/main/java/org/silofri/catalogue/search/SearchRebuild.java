package org.silofri.catalogue.search;

import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Rebuild;

/** A new index on its way. */
final class SearchRebuild implements Rebuild {

    private final SearchIndex index;
    private final IndexGeneration generation;
    private boolean open = true;

    SearchRebuild(SearchIndex index, IndexGeneration generation) {
        this.index = index;
        this.generation = generation;
    }

    @Override
    public String name() {
        return SearchProjection.NAME + "-rebuild";
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
        index.replaceBy(generation);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            index.throwAway(generation);
        }
    }
}
