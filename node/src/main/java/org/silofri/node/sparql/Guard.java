package org.silofri.node.sparql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.apache.jena.query.QueryCancelledException;

/**
 * Ends one query that takes too long or too much. Asked on every pull from the store and inside
 * regular expressions, because the engine's own time-out is not seen by paths, aggregates and
 * regular expressions.
 */
final class Guard {

    /** Asking the clock on every pull would cost more than the pull. */
    private static final int CHECK_EVERY = 256;

    private static final int CHECK_MEMORY_EVERY = 64 * CHECK_EVERY;
    private static final List<MemoryPoolMXBean> HEAP =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                    .filter(pool -> !pool.getName().contains("Eden"))
                    .toList();

    private final long end;
    private final double mostHeap;
    private final int mostCharacters;
    private long asked;
    private volatile boolean cancelled;

    /**
     * @param end {@link System#nanoTime()} at which the query ends
     */
    Guard(long end, SparqlSettings settings) {
        this.end = end;
        this.mostHeap = settings.mostHeap();
        this.mostCharacters = settings.mostCharacters();
    }

    /**
     * @throws QueryCancelledException if the time is over or the query was cancelled
     * @throws MemoryShort if the heap is nearly full
     */
    void check() {
        asked++;
        if (asked % CHECK_EVERY == 0) {
            checkNow();
        }
        if (asked % CHECK_MEMORY_EVERY == 0 && heapShort()) {
            throw new MemoryShort();
        }
    }

    void checkNow() {
        if (cancelled || System.nanoTime() - end > 0) {
            throw new QueryCancelledException();
        }
    }

    void cancel() {
        cancelled = true;
    }

    /** Longest string that an expression may make. */
    int mostCharacters() {
        return mostCharacters;
    }

    /** Nanoseconds that are left, at least 1. */
    long left() {
        return Math.max(1, end - System.nanoTime());
    }

    /** What is in use after the last collection, so that garbage does not count. */
    private boolean heapShort() {
        for (MemoryPoolMXBean pool : HEAP) {
            MemoryUsage usage = pool.getCollectionUsage();
            if (usage != null
                    && usage.getMax() > 0
                    && usage.getUsed() > mostHeap * usage.getMax()) {
                return true;
            }
        }
        return false;
    }

    /** The heap is nearly full; this query gives way. */
    static final class MemoryShort extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
