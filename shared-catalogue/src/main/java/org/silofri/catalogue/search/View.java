package org.silofri.catalogue.search;

import java.io.IOException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The index as it stood after a change of the log. Searches hold it while they run; it closes when
 * the last one has let go of it and a newer one has taken its place.
 */
final class View implements AutoCloseable {

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final @Nullable SortedSetDocValuesReaderState facets;
    private final long checkpoint;

    /**
     * @param reader passes into the care of this view
     * @param checkpoint last change that the reader sees
     */
    View(DirectoryReader reader, long checkpoint) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        // an index without a live entry has no facet field, which the reader state refuses
        this.facets =
                MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
                                == null
                        ? null
                        : new DefaultSortedSetDocValuesReaderState(reader, EntryDocument.FACETS);
        this.checkpoint = checkpoint;
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** What facets are counted with; null as long as the index holds no live entry. */
    @Nullable SortedSetDocValuesReaderState facets() {
        return facets;
    }

    long checkpoint() {
        return checkpoint;
    }

    /** Takes hold of the view; false when it is closed already. */
    boolean hold() {
        return reader.tryIncRef();
    }

    /** Lets go of the view. */
    @Override
    public void close() throws IOException {
        reader.decRef();
    }
}
