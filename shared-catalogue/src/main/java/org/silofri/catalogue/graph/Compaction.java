package org.silofri.catalogue.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.projection.Batch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what lives into a new generation on a thread of its own, while batches go on: TDB2 writes
 * changed blocks anew and never frees the old ones (ADR 0021). All methods but the copying itself
 * are called under the store's lock.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final GraphStore store;
    private final List<Batch> since = new ArrayList<>();
    private @Nullable Thread running;
    private volatile boolean cancelled;
    private boolean due;

    Compaction(GraphStore store) {
        this.store = store;
    }

    /**
     * Notes a batch that was committed, and starts to copy when that is due.
     *
     * @param now whether it is due in any case, because something must leave the files
     */
    void committed(Batch batch, GraphGeneration generation, boolean now) {
        if (running != null) {
            since.add(batch);
        }
        due |= now || generation.size().isWasteful();
        if (due && running == null) {
            due = false;
            cancelled = false;
            running =
                    Thread.ofPlatform()
                            .name("silofri-graph-compaction")
                            .daemon()
                            .start(() -> run(generation));
        }
    }

    private void run(GraphGeneration from) {
        long began = System.nanoTime();
        long before = from.size().bytes();
        GraphGeneration into = store.prepared(from.digestKeeper());
        try {
            from.copyInto(into, () -> cancelled);
            if (store.finish(this, from, into)) {
                LOG.atInfo()
                        .addKeyValue("bytesBefore", before)
                        .addKeyValue("bytesAfter", into.size().bytes())
                        .addKeyValue("durationMs", (System.nanoTime() - began) / 1_000_000)
                        .log("graph store compacted");
            }
        } catch (CancellationException e) {
            store.discard(this, into);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("graph store not compacted, trying again later");
            store.discard(this, into);
        }
    }

    /** Brings the copy up to the original; the batches at hand are few. */
    void catchUp(GraphGeneration into) {
        long copied = into.checkpoint();
        since.stream().filter(batch -> batch.upTo() > copied).forEach(into::apply);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Forgets the copying that has ended. */
    void ended() {
        running = null;
        since.clear();
    }

    /** Stops copying; the copy is thrown away. Not under the lock. */
    void cancel() throws InterruptedException {
        cancelled = true;
        Thread thread = running;
        if (thread != null) {
            thread.join();
        }
    }
}
