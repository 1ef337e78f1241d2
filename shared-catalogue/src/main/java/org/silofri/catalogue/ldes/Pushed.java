package org.silofri.catalogue.ldes;

import java.time.Duration;
import java.util.Optional;

/** What handing events to a feed gave. */
public sealed interface Pushed {

    /**
     * The peer took the batches.
     *
     * @param events how many were handed over
     */
    record Taken(int events) implements Pushed {}

    /**
     * The peer did not take a batch; those before it, it did.
     *
     * @param detail for the operator, in English
     * @param retryAfter when the peer said so
     */
    record Failed(String detail, Optional<Duration> retryAfter) implements Pushed {}
}
