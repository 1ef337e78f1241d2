package org.silofri.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder with an index. Its checkpoint lies in the commit itself (F4): what was not committed
 * when the process died is told again.
 */
final class IndexGeneration implements AutoCloseable {

    /** What is not committed for so long is told again after a crash, at most. */
    static final Duration COMMIT_AFTER = Duration.ofSeconds(5);

    /** What is not committed of so many changes is told again after a crash, at most. */
    private static final int COMMIT_AFTER_CHANGES = 1_000;

    private static final String CHECKPOINT = "checkpoint";
    private static final double BUFFER_MB = 32;

    /** Each batch makes a segment; small ones stay in memory until a commit, merged or not. */
    private static final double SMALL_MB = 4;

    private static final double MOST_SMALL_MB = 16;

    private static final Logger LOG = LoggerFactory.getLogger(IndexGeneration.class);

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private volatile View view;
    private long checkpoint;
    private int uncommitted;
    private long committedAt = System.nanoTime();

    private IndexGeneration(Path folder, Directory directory, IndexWriter writer)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.checkpoint = committedCheckpoint(writer);
        this.view = new View(DirectoryReader.open(writer), checkpoint);
    }

    /**
     * Opens or creates an index.
     *
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    static IndexGeneration open(Path folder) {
        try {
            var directory =
                    new NRTCachingDirectory(FSDirectory.open(folder), SMALL_MB, MOST_SMALL_MB);
            var config = new IndexWriterConfig(EntryDocument.analyzer());
            config.setRAMBufferSizeMB(BUFFER_MB);
            config.setCommitOnClose(true);
            return new IndexGeneration(folder, directory, new IndexWriter(directory, config));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Index %s cannot be opened; silofri rebuild makes a new one".formatted(folder),
                    e);
        }
    }

    private static long committedCheckpoint(IndexWriter writer) {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(CHECKPOINT)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    Path folder() {
        return folder;
    }

    /** Last change that was told; what is read may be one batch behind for an instant. */
    synchronized long checkpoint() {
        return checkpoint;
    }

    /**
     * Applies a batch and makes it visible; commits it when that is due.
     *
     * @throws UncheckedIOException if the disk fails; the batch comes again
     */
    synchronized void apply(Batch batch) {
        try {
            boolean erased = false;
            var segment = new ArrayList<Change>();
            for (Change change : batch.changes()) {
                if (change.event() instanceof CatalogueEvent.EpochStarted started) {
                    erased |= write(segment);
                    segment.clear();
                    refresh();
                    writer.deleteDocuments(
                            EntryDocument.abandoned(started.city(), started.start()));
                    refresh();
                } else {
                    segment.add(change);
                }
            }
            erased |= write(segment);
            finish(batch);
            if (erased) {
                writer.forceMergeDeletes(true);
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        }
    }

    private boolean write(List<Change> changes) throws IOException {
        return new IndexWriting(writer, view.searcher()).write(changes);
    }

    private void finish(Batch batch) throws IOException {
        checkpoint = batch.upTo();
        uncommitted += batch.changes().size();
        writer.setLiveCommitData(Map.of(CHECKPOINT, Long.toString(checkpoint)).entrySet());
        refresh();
        if (uncommitted >= COMMIT_AFTER_CHANGES || isOld()) {
            commit();
        }
    }

    /** Commits what has waited for long; cheap when nothing has. */
    synchronized void commitIfDue() {
        try {
            if (writer.isOpen() && isOld() && writer.hasUncommittedChanges()) {
                commit();
            }
        } catch (IOException e) {
            LOG.atError().setCause(e).log("index not committed, trying again");
        }
    }

    synchronized void commitNow() {
        try {
            commit();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        }
    }

    private boolean isOld() {
        return System.nanoTime() - committedAt >= COMMIT_AFTER.toNanos();
    }

    private void commit() throws IOException {
        writer.commit();
        uncommitted = 0;
        committedAt = System.nanoTime();
    }

    private void refresh() throws IOException {
        View old = view;
        DirectoryReader changed = DirectoryReader.openIfChanged(old.reader(), writer);
        if (changed == null) {
            // nothing visible has changed, yet the answer may tell the later checkpoint
            old.reader().incRef();
            changed = old.reader();
        }
        view = new View(changed, checkpoint);
        old.close();
    }

    /** The latest view, not held yet. */
    View view() {
        return view;
    }

    /** Commits and closes; searches that still run keep their view. */
    @Override
    public synchronized void close() {
        try {
            view.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be closed cleanly", e);
        }
    }
}
