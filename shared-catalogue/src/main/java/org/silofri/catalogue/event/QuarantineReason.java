package org.silofri.catalogue.event;

/** Why an authentic event is kept but not projected (F15). */
public enum QuarantineReason {
    /** More than ten minutes ahead; projected when due (F12). */
    TIME,
    /** Payload beyond the limits (F17). */
    SIZE,
    /** Payload is not canonical, or the shapes refuse it. */
    SHAPE,
    /** Subject outside the city's authority (F18). */
    AUTHORITY,
    /** Type unknown, or its content type is another's. */
    TYPE,
    /** Follows an ontology version that is newer than known. */
    ONTOLOGY,
    /** Envelope has missing or misformed members. */
    ENVELOPE,
    /** Signed after the last good position of a revoked key (F10). */
    KEY_REVOKED
}
