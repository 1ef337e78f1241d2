package org.silofri.catalogue.event;

/** Whether something signed is its claimed author's (F16). */
public sealed interface VerifyResult {

    /** The author signed it; it counts in the author's chain whatever it says (F15). */
    record Authentic(SignedEvent event) implements VerifyResult {}

    /** It is refused, never stored, and counted by reason. */
    record NotAuthentic(Reason reason, String detail) implements VerifyResult {}

    /** Why it is refused. */
    enum Reason {
        /** No JWS of this format, or no envelope in it. */
        MALFORMED,
        /** The city is no member, or the key is not the city's at that place. */
        UNKNOWN_KEY,
        /** The signature is another's. */
        BAD_SIGNATURE,
        /** Payload and salt are not those that were signed. */
        PAYLOAD_MISMATCH,
        /** CloudEvents attributes contradict the envelope. */
        ATTRIBUTES_CONTRADICT,
        /** In a run: the hash chain breaks. */
        CHAIN_BROKEN
    }
}
