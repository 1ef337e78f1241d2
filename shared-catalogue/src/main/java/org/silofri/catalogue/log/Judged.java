package org.silofri.catalogue.log;

import org.silofri.catalogue.event.SignedEvent;

/**
 * An authentic event of a peer with how it enters the log.
 *
 * @param length original length of a payload that is absent, as the deliverer tells it; else 0
 */
public record Judged(SignedEvent event, Verdict verdict, long length) {

    /** An event with its payload. */
    public Judged(SignedEvent event, Verdict verdict) {
        this(event, verdict, 0);
    }
}
