package org.silofri.node.log;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a restarted node from writing before it knows that its own logs are whole (F8). Closed at
 * start; whoever has asked the peers opens it, or leaves the node read-only and says why.
 */
public final class WriteFence {

    private volatile State state = new State.Checking();
    private final CountDownLatch decided = new CountDownLatch(1);
    private boolean stopped;

    WriteFence() {}

    /** Whether own events may be written. */
    public sealed interface State {

        /** Peers are being asked. */
        record Checking() implements State {}

        /** Own events may be written. */
        record Open() implements State {}

        /**
         * Own events must not be written.
         *
         * @param reason what is wrong and what helps
         */
        record ReadOnly(String reason) implements State {}
    }

    /** How it stands now. */
    public State state() {
        return state;
    }

    /** How it stands once the peers have been asked, or after that time. */
    public State await(Duration most) {
        try {
            if (!decided.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return state;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state;
    }

    /** Lets the node write, unless it was stopped. */
    public synchronized void open() {
        if (!stopped) {
            state = new State.Open();
            decided.countDown();
        }
    }

    /** Leaves the node read-only for now. */
    public synchronized void keepShut(String reason) {
        if (!stopped) {
            state = new State.ReadOnly(reason);
            decided.countDown();
        }
    }

    /** Leaves the node read-only until an operator has acted and starts it again. */
    public synchronized void stop(String reason) {
        keepShut(reason);
        stopped = true;
    }
}
