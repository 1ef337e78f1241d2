package org.silofri.catalogue.log;

import java.util.Optional;

/** What came of storing a peer's event. */
public sealed interface Stored {

    /**
     * On disk, and the head is now this event.
     *
     * @param n its number in the local order of growth
     */
    record Saved(long n) implements Stored {}

    /** The event was there; the payload that it had lacked is on disk now. */
    record Completed() implements Stored {}

    /** The log has this very event; nothing changed. */
    record AlreadyThere() implements Stored {}

    /**
     * The event does not follow the head, so nothing was stored; ask the gate again.
     *
     * @param head where the log stands, empty when it has nothing of the city
     */
    record NotNext(Optional<Head> head) implements Stored {}

    /** The city's log stands still since a fork (F7). */
    record Frozen() implements Stored {}
}
