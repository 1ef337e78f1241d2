package org.silofri.catalogue.log;

import org.silofri.catalogue.event.SignedEvent;

/**
 * Lets the node keep values that follow from events in the events' own transaction, for example the
 * members of the network. Runs on the writer's thread: short, without waiting, and the same again
 * when it is called twice for one event.
 */
@FunctionalInterface
public interface StoreHook {

    /** Does nothing. */
    StoreHook NONE = (event, values) -> {};

    /** Called when the event became projectable, before it is committed. */
    void accepted(SignedEvent event, Values values);

    /** Values that are committed together with the event. */
    interface Values {

        /** Keeps a text under a name. */
        void put(String space, String name, String value);

        /** Forgets a name. */
        void remove(String space, String name);
    }
}
