package org.silofri.node.bus.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again in a thread of its own until it is closed. A failure is
 * kept, logged and tried again after a pause that doubles from 100 ms to 10 s.
 */
public final class Supervised implements AutoCloseable {

    /** Work that returns when it wants to be called again, at the latest when told to stop. */
    @FunctionalInterface
    public interface Work {
        void run(Supervised self) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LAST_PAUSE_MILLIS = 10_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final String name;
    private final Work work;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable String lastError;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    private Supervised(String name, Work work) {
        this.name = name;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
    }

    public static Supervised start(String name, Work work) {
        Supervised supervised = new Supervised(name, work);
        supervised.thread.start();
        return supervised;
    }

    public boolean stopping() {
        return stopping;
    }

    /** The failure that is being tried again; null when the work goes well. */
    public @Nullable String lastError() {
        return lastError;
    }

    /** Ends the work's current {@link #sleep} at once. */
    void wake() {
        woken.release();
    }

    /** Called by the work: waits until it is woken, but no longer than this. */
    public void sleep(Duration most) throws InterruptedException {
        if (woken.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    /** Called by the work: what failed before is mended. */
    public void mended() {
        if (lastError != null) {
            LOG.atInfo().addKeyValue("peer", name).log("works again");
        }
        lastError = null;
        pauseMillis = FIRST_PAUSE_MILLIS;
    }

    private void loop() {
        while (!stopping) {
            try {
                work.run(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) { // supervising loop
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(Exception failure) {
        if (stopping) {
            return;
        }
        String message = String.valueOf(failure.getMessage());
        if (!message.equals(lastError)) {
            LOG.atWarn().addKeyValue("peer", name).setCause(failure).log("failed, trying again");
        }
        lastError = message;
        try {
            sleep(Duration.ofMillis(pauseMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        pauseMillis = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
    }

    /** Waits until the work has ended. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            if (!thread.join(STOP_WITHIN)) {
                LOG.atError().addKeyValue("peer", name).log("does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
