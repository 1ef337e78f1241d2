package org.silofri.catalogue.log;

import org.silofri.catalogue.event.VerifyResult;

/** Why something that arrived was never stored (F16, F19). The names are labels of metrics. */
public enum RejectionReason {
    /** Not the form of an event at all. */
    MALFORMED,
    /** The signature does not verify. */
    BAD_SIGNATURE,
    /** Signed with a key that is not the city's at this place, or the city is no member. */
    UNKNOWN_KEY,
    /** The payload is not the one whose hash was signed. */
    PAYLOAD_MISMATCH,
    /** What surrounds the envelope contradicts it. */
    ATTRIBUTES_CONTRADICT,
    /** In a run: the hash chain breaks. */
    CHAIN_BROKEN,
    /** The city is not known yet; its events come back by repair. */
    UNKNOWN_CITY,
    /** The member is suspended. */
    SUSPENDED_CITY,
    /** Not for this door, for example not the city that the link belongs to. */
    WRONG_CITY,
    /** A repair answer outside the range that was asked for (F19). */
    OUT_OF_RANGE,
    /** Further ahead of the head than is kept waiting; comes back by repair (F5). */
    TOO_FAR_AHEAD,
    /** The city stands still since a fork (F7). */
    FROZEN,
    /** Of an epoch that ended before this event. */
    ABANDONED,
    /** Older than the statement that is held (F19). */
    OLD_STATEMENT,
    /** A statement whose time has not come (F12). */
    FUTURE_STATEMENT,
    /** At the API: no token, or not one for this. */
    NOT_ALLOWED,
    /** At the API: the limits or the rules for entries refuse it (F14, F17). */
    CONTENT,
    /** Over the city's quota (F20). */
    QUOTA;

    /** The reason of a verification that failed. */
    public static RejectionReason of(VerifyResult.Reason reason) {
        return switch (reason) {
            case MALFORMED -> MALFORMED;
            case UNKNOWN_KEY -> UNKNOWN_KEY;
            case BAD_SIGNATURE -> BAD_SIGNATURE;
            case PAYLOAD_MISMATCH -> PAYLOAD_MISMATCH;
            case ATTRIBUTES_CONTRADICT -> ATTRIBUTES_CONTRADICT;
            case CHAIN_BROKEN -> CHAIN_BROKEN;
        };
    }
}
