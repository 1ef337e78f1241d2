package org.silofri.catalogue.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.log.Changes;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.LogChange;
import org.silofri.catalogue.log.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one projection up to the log, on a thread of its own. A batch is whatever waits now, at
 * most 500 events or about 250 ms of work; no timer delays anything. When the projection fails, the
 * same change is tried again with growing pauses, and {@link #failure()} tells; nothing is skipped
 * (ADR 0008).
 */
public final class Projector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int MOST = 500;
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final EventLog log;
    private final Projection projection;
    private final Decoding decoding;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final EventLog.Listening listening;
    private final Thread thread;
    private volatile long checkpoint;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;
    private volatile long movedAt = System.nanoTime();
    private int size = MOST;

    private Projector(EventLog log, Projection projection, Decoding decoding) {
        this.log = log;
        this.projection = projection;
        this.decoding = decoding;
        this.checkpoint = projection.checkpoint();
        this.listening = log.onGrowth(n -> wake());
        this.thread =
                Thread.ofPlatform()
                        .name("silofri-projector-" + projection.name())
                        .unstarted(this::work);
    }

    /**
     * Starts to bring the projection up to the log, and keeps it there.
     *
     * @param decoding may be shared with other projectors of this log
     */
    public static Projector start(EventLog log, Projection projection, Decoding decoding) {
        Projector projector = new Projector(log, projection, decoding);
        projector.thread.start();
        return projector;
    }

    /** What is projected up to now, in the local order of growth. */
    public long checkpoint() {
        return checkpoint;
    }

    /** How many numbers the projection is behind the log. */
    public long behind() {
        return Math.max(0, log.lastChange() - checkpoint);
    }

    /**
     * How long nothing has been projected although something waits; zero when the projection is up
     * to the log.
     */
    public Duration stalled() {
        return behind() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - movedAt);
    }

    /** Why the projection stands still; empty while it works. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Waits until the projection holds that change.
     *
     * @return false if the time was over first, or the projector was closed
     */
    public boolean await(long n, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (checkpoint < n && left > 0 && !closing) {
                left = moved.awaitNanos(left);
            }
            return checkpoint >= n;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        while (!closing) {
            try {
                if (!step()) {
                    sleep(LOOK_MILLIS, true);
                }
                pause = FIRST_PAUSE;
            } catch (RuntimeException | Error e) {
                // a supervising loop: a thread that ends here would end the projection in silence
                failed(e, pause);
                sleep(pause.toMillis(), false);
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        }
    }

    /** Projects what waits, once; false when nothing waited. */
    private boolean step() {
        Changes waiting = log.changesAfter(checkpoint, size);
        if (waiting.upTo() == checkpoint) {
            failure = null;
            movedAt = System.nanoTime();
            return false;
        }
        long began = System.nanoTime();
        projection.apply(new Batch(decoded(waiting.changes()), waiting.upTo()));
        adapt(System.nanoTime() - began);
        failure = null;
        reached(waiting.upTo());
        return true;
    }

    private List<Change> decoded(List<LogChange> waiting) {
        List<Change> changes = new ArrayList<>(waiting.size());
        for (LogChange change : waiting) {
            switch (decoding.decode(change)) {
                case Decoded.Sound(CatalogueEvent event) ->
                        changes.add(new Change(change.n(), event, change.event()));
                case Decoded.Pending(var header) ->
                        LOG.atDebug().addKeyValue("city", header.city()).log("payload is erased");
                case Decoded.Faulty(var header, var reason, var detail) ->
                        quarantine(header, reason, detail);
            }
        }
        return changes;
    }

    /** An event that slipped in unsound blocks no other (F15). */
    private void quarantine(EventHeader header, QuarantineReason reason, String detail) {
        LOG.atError()
                .addKeyValue("city", header.city())
                .addKeyValue("seq", header.position())
                .addKeyValue("reason", reason)
                .log("accepted event is not sound, putting it into quarantine");
        log.quarantine()
                .hold(
                        header.city(),
                        header.position(),
                        new Verdict.Quarantined(reason, detail, Optional.empty()));
    }

    /** Keeps a batch near 250 ms. */
    private void adapt(long nanos) {
        if (nanos > WORK_NANOS) {
            size = Math.max(1, (int) (size * WORK_NANOS / nanos));
        } else {
            size = Math.min(MOST, size * 2);
        }
    }

    private void failed(Throwable e, Duration pause) {
        failure = e;
        size = 1;
        LOG.atError()
                .setCause(e)
                .addKeyValue("projection", projection.name())
                .addKeyValue("after", checkpoint)
                .addKeyValue("pauseMs", pause.toMillis())
                .log("projection fails, trying again");
    }

    private void reached(long n) {
        lock.lock();
        try {
            checkpoint = n;
            movedAt = System.nanoTime();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sleep(long millis, boolean untilGrowth) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closing && left > 0 && !(untilGrowth && log.lastChange() > checkpoint)) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            LOG.debug("the projector ends by close only");
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the batch at hand; does not close the projection. */
    @Override
    public void close() {
        closing = true;
        wake();
        listening.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
