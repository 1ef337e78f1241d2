package org.silofri.node.replication.repair;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread sleep until the earliest time that somebody asked for. */
final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private long dueNanos = Long.MAX_VALUE;
    private boolean due;

    /** Asks for the sleeper to wake within that time; an earlier wish stays. */
    void within(Duration time) {
        long at = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            if (!due || at - dueNanos < 0) {
                dueNanos = at;
                due = true;
                earlier.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps at most that long; returns at once when the thread is interrupted. */
    void await(Duration most) {
        within(most);
        lock.lock();
        try {
            long left = dueNanos - System.nanoTime();
            while (left > 0) {
                earlier.await(left, TimeUnit.NANOSECONDS);
                left = dueNanos - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            due = false;
            lock.unlock();
        }
    }
}
