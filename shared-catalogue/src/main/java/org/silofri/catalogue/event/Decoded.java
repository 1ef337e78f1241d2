package org.silofri.catalogue.event;

/** What reading an authentic event gave. */
public sealed interface Decoded {

    /** It is sound in itself; authority, time and shapes are yet to be judged. */
    record Sound(CatalogueEvent event) implements Decoded {}

    /** Its payload has not arrived or is erased: the chain goes on, nothing is projected (F14). */
    record Pending(EventHeader header) implements Decoded {}

    /** It is kept in quarantine (F15). */
    record Faulty(EventHeader header, QuarantineReason reason, String detail) implements Decoded {}
}
