package org.silofri.catalogue.event;

import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.event.VerifyResult.Authentic;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

/** Verifies single events. Safe for many threads if the keys are. */
public final class EventVerifier {

    private final KeyLookup keys;

    public EventVerifier(KeyLookup keys) {
        this.keys = keys;
    }

    /** Verifies an envelope whose payload is erased or unknown. */
    public VerifyResult verify(String jws) {
        return verify(jws, null);
    }

    /** Verifies an event with its payload, if it has one. */
    public VerifyResult verify(SignedEvent event) {
        return verify(event.jws(), event.payload());
    }

    /**
     * Verifies signature and payload. The answer's envelope is read from the JWS alone.
     *
     * @param payload {@code null} when erased or not arrived
     */
    public VerifyResult verify(String jws, @Nullable Payload payload) {
        try {
            CompactJws parsed = CompactJws.parse(jws, SignedEvent.MOST_JWS_CHARACTERS);
            Envelope envelope = EnvelopeJson.read(parsed.content()).envelope();
            if (payload != null && !payload.hash().equals(envelope.payloadHash())) {
                return new NotAuthentic(Reason.PAYLOAD_MISMATCH, envelope.id());
            }
            return keys.key(envelope.city(), parsed.kid(), envelope.position())
                    .map(key -> signed(parsed, key, new SignedEvent(envelope, jws, payload)))
                    .orElseGet(() -> new NotAuthentic(Reason.UNKNOWN_KEY, envelope.id()));
        } catch (Malformed e) {
            return new NotAuthentic(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static VerifyResult signed(CompactJws parsed, PublicKey key, SignedEvent event) {
        return parsed.isSignedBy(key)
                ? new Authentic(event)
                : new NotAuthentic(Reason.BAD_SIGNATURE, event.envelope().id());
    }
}
