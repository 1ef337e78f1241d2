package org.silofri.catalogue.event;

import java.util.Arrays;
import java.util.Optional;

/** What an event says (WIRE "Event types"). */
public enum EventType {
    /** An entry's whole RDF at a version. */
    PUBLISHED("org.silofri.entry.published.v1", "application/n-triples"),
    /** The entry is taken back; a tombstone with time and reason (F13). */
    WITHDRAWN("org.silofri.entry.withdrawn.v1", "application/n-triples"),
    /** The payload of an earlier event must be dropped everywhere (F14). */
    PAYLOAD_ERASED("org.silofri.payload-erased.v1", "application/json"),
    /** The author announces or revokes signing keys (F10). */
    KEY_CHANGED("org.silofri.key.changed.v1", "application/json"),
    /** A new epoch of the log opens. */
    EPOCH_STARTED("org.silofri.epoch.started.v1", "application/json"),
    /** A type that this version does not know; quarantined until upgrade (F15), never written. */
    UNKNOWN("", "");

    private final String wireName;
    private final String contentType;

    EventType(String wireName, String contentType) {
        this.wireName = wireName;
        this.contentType = contentType;
    }

    /** As written in the envelope; empty for {@link #UNKNOWN}. */
    public String wireName() {
        return wireName;
    }

    /** Media type of this type's payload; empty for {@link #UNKNOWN}. */
    public String contentType() {
        return contentType;
    }

    /** Tells whether the event's subject is an entry, not the city. */
    public boolean aboutEntry() {
        return this == PUBLISHED || this == WITHDRAWN || this == PAYLOAD_ERASED;
    }

    /** The type written so, else {@link #UNKNOWN}. */
    public static EventType ofWireName(String name) {
        Optional<EventType> found =
                Arrays.stream(values())
                        .filter(type -> type != UNKNOWN && type.wireName.equals(name))
                        .findFirst();
        return found.orElse(UNKNOWN);
    }
}
