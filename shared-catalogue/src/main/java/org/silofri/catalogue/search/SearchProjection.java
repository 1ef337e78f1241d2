package org.silofri.catalogue.search;

import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Projection;

/** Brings the log into the index in use (F4). */
final class SearchProjection implements Projection {

    static final String NAME = "search";

    private final SearchIndex index;

    SearchProjection(SearchIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long checkpoint() {
        return index.checkpoint();
    }

    @Override
    public void apply(Batch batch) {
        index.generation().apply(batch);
    }

    /** Leaves the index open: it belongs to whoever opened it. */
    @Override
    public void close() {}
}
