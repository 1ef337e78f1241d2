package org.silofri.catalogue.log;

import org.silofri.catalogue.event.SignedEvent;

/** One event about an entry, and what became of it here. */
public record LoggedVersion(SignedEvent event, State state) {

    /** What became of an event. */
    public enum State {
        /** Projected, or overtaken by a later version that is. */
        ACCEPTED,
        /** Kept, not projected. */
        QUARANTINED,
        /** Its payload has not arrived yet. */
        PENDING,
        /** Its payload is gone for good (F14). */
        ERASED,
        /** Beyond the end of a closed epoch. */
        ABANDONED
    }
}
