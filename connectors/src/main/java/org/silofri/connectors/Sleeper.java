package org.silofri.connectors;

import java.time.Duration;

/** How a connector waits; tests do not. */
@FunctionalInterface
public interface Sleeper {

    /** Waits on the current thread. */
    Sleeper REAL = Thread::sleep;

    /**
     * Waits that long.
     *
     * @throws InterruptedException if the thread is interrupted while waiting
     */
    void sleep(Duration duration) throws InterruptedException;
}
