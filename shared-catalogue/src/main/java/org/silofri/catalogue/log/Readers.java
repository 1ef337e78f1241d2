package org.silofri.catalogue.log;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A few connections for reading, so that readers never wait for the writer. */
final class Readers implements AutoCloseable {

    private static final int MOST = 8;

    private final DatabaseFile file;
    private final Queue<Db> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(MOST);
    private final AtomicBoolean closed = new AtomicBoolean();

    Readers(DatabaseFile file) {
        this.file = file;
    }

    /** Runs one query, or several on one snapshot when the query opens a transaction. */
    <T> T read(Function<Db, T> query) {
        places.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw LogUnavailable.closed();
            }
            Db pooled = idle.poll();
            Db db = pooled == null ? file.reader() : pooled;
            try {
                return query.apply(db);
            } finally {
                idle.add(db);
            }
        } finally {
            places.release();
        }
    }

    /** Waits for running queries, then closes. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            places.acquireUninterruptibly(MOST);
            idle.forEach(Db::close);
            places.release(MOST);
        }
    }
}
