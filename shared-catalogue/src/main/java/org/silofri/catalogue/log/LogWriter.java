package org.silofri.catalogue.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It commits what is waiting as one transaction, so that many callers
 * share one fsync; a lone caller waits for nobody (ADR 0006).
 */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST_TASKS = 1_000;
    private static final long IDLE_MILLIS = 200;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Db db;
    private final LogState state;
    private final StoreHook hook;
    private final BlockingQueue<Task<?>> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicReference<@Nullable LogUnavailable> failure = new AtomicReference<>();
    private final Thread thread;
    private boolean truncateWal;
    private long triedAt = System.nanoTime();

    LogWriter(Db db, LogState state, StoreHook hook) {
        this.db = db;
        this.state = state;
        this.hook = hook;
        this.thread = Thread.ofPlatform().name("silofri-log-writer").start(this::work);
    }

    /**
     * Runs the work in the next transaction and returns when that is on disk. Work may be run a
     * second time, alone, when a neighbour in its transaction fails; so it keeps nothing outside.
     *
     * @throws RuntimeException what the work throws; then nothing of it is stored
     */
    <T> T call(Function<LogTransaction, T> work) {
        Task<T> task = new Task<>(work);
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException(
                    "A growth listener writes to the log; it must wake another thread instead");
        }
        if (closing.get()) {
            throw LogUnavailable.closed();
        }
        waiting.add(task);
        if (!thread.isAlive()) {
            refuseWaiting();
        }
        try {
            return task.done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Why the file cannot be written; looked at every few seconds when nobody writes. */
    Optional<LogUnavailable> failure() {
        return Optional.ofNullable(failure.get());
    }

    void limitPages(long most) {
        call(tx -> tx.db().first("PRAGMA max_page_count = " + most, row -> row.getLong(1)));
    }

    private void work() {
        while (!closing.get() || !waiting.isEmpty()) {
            try {
                Task<?> first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(first);
                } else {
                    tidy();
                }
            } catch (InterruptedException e) {
                LOG.debug("the writer ends by close only");
            }
        }
        tidy();
        refuseWaiting();
    }

    private void tidy() {
        if (truncateWal) {
            emptyWal();
        }
        if (state.rejections().due() || closing.get()) {
            RuntimeException problem = transact(tx -> {}, List.of());
            if (problem != null) {
                LOG.atWarn().setCause(problem).log("rejections are not written, trying again");
            }
        }
        look();
    }

    /** Finds out whether the file can be written when nobody else does, so that health is true. */
    private void look() {
        boolean failed = failure.get() != null;
        if (System.nanoTime() - triedAt < (failed ? LOOK_AGAIN_NANOS : LOOK_NANOS)) {
            return;
        }
        // taking the lock writes nothing; after a failure it must be seen that there is room
        Consumer<LogTransaction> work = failed ? LogTransaction::tryToWrite : tx -> {};
        if (transact(work, List.of()) instanceof LogUnavailable unavailable) {
            failed(unavailable);
        }
    }

    private void commit(Task<?> first) {
        List<Task<?>> batch = new ArrayList<>();
        RuntimeException problem = transact(tx -> gather(first, batch, tx), batch);
        if (problem != null && batch.size() == 1) {
            fail(first, problem);
        } else if (problem != null) {
            batch.forEach(this::commitAlone);
        }
    }

    private void commitAlone(Task<?> task) {
        RuntimeException problem = transact(task::run, List.of(task));
        if (problem != null) {
            fail(task, problem);
        }
    }

    private void gather(Task<?> first, List<Task<?>> batch, LogTransaction tx) {
        long end = System.nanoTime() + WINDOW_NANOS;
        Task<?> task = first;
        while (task != null) {
            batch.add(task);
            task.run(tx);
            boolean full = batch.size() >= MOST_TASKS || System.nanoTime() > end;
            task = full ? null : waiting.poll();
        }
    }

    /** Tells the problem when nothing was stored; the tasks are told only of success. */
    private @Nullable RuntimeException transact(
            Consumer<LogTransaction> work, List<Task<?>> tasks) {
        LogTransaction tx = new LogTransaction(db, state, hook);
        boolean rejections = closing.get() || state.rejections().due();
        triedAt = System.nanoTime();
        try {
            db.run("BEGIN IMMEDIATE");
            work.accept(tx);
            if (rejections) {
                state.rejections().write(db);
            }
            db.run("COMMIT");
        } catch (RuntimeException e) {
            rollBack();
            return e;
        } catch (Error e) {
            // callers wait for an answer, and the writer lives on
            rollBack();
            return new IllegalStateException("The log's transaction broke", e);
        }
        // a small change in place fits on a full disk, so it proves nothing
        if (tx.provesRoom() && failure.getAndSet(null) != null) {
            LOG.atInfo().log("log can be written again");
        }
        if (rejections) {
            state.rejections().committed();
        }
        truncateWal |= tx.erased();
        state.committed(tx);
        // first, so that who returns from a call finds the listeners told
        state.announce(tx);
        tasks.forEach(Task::complete);
        if (truncateWal) {
            emptyWal();
        }
        return null;
    }

    private void fail(Task<?> task, RuntimeException problem) {
        if (problem instanceof LogUnavailable unavailable) {
            failed(unavailable);
        }
        task.done.completeExceptionally(problem);
    }

    private void failed(LogUnavailable unavailable) {
        if (failure.getAndSet(unavailable) == null) {
            LOG.atError().setCause(unavailable).log("log cannot be written, the node is not ready");
        }
    }

    private void rollBack() {
        try {
            db.run("ROLLBACK");
        } catch (LogUnavailable e) {
            LOG.debug("SQLite rolled back by itself", e);
        }
    }

    /** Erased bytes may still stand in the write-ahead log; readers can hold it for a moment. */
    private void emptyWal() {
        try {
            truncateWal =
                    db.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) != 0)
                            .orElse(true);
        } catch (LogUnavailable e) {
            LOG.atWarn().setCause(e).log("erased bytes stay in the write-ahead log, trying again");
        }
    }

    private void refuseWaiting() {
        for (Task<?> task = waiting.poll(); task != null; task = waiting.poll()) {
            task.done.completeExceptionally(LogUnavailable.closed());
        }
    }

    /** Commits what is waiting, then ends the thread; the connection is the caller's to close. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            waiting.add(new Task<>(tx -> tx));
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            refuseWaiting();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Task<T> {

        private final Function<LogTransaction, T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Task(Function<LogTransaction, T> work) {
            this.work = work;
        }

        void run(LogTransaction tx) {
            result = work.apply(tx);
        }

        void complete() {
            done.complete(result);
        }
    }
}
