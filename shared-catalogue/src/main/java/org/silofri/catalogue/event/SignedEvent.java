package org.silofri.catalogue.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;

/**
 * An event as its author made it. The {@code jws} is the truth and is stored and forwarded
 * untouched (F1); the envelope is only what it says.
 *
 * @param envelope read from the JWS
 * @param jws compact form
 * @param payload {@code null} when it was erased or has not yet arrived
 */
public record SignedEvent(Envelope envelope, String jws, @Nullable Payload payload) {

    /** Longest compact form in characters. */
    public static final int MOST_JWS_CHARACTERS = 16 * 1024;

    /**
     * Reads stored bytes again; verifies nothing, see {@link EventVerifier}.
     *
     * @throws Malformed if the text is no JWS with an envelope
     */
    public static SignedEvent of(String jws, @Nullable Payload payload) {
        return new SignedEvent(read(jws).envelope(), jws, payload);
    }

    static EnvelopeJson.Reading read(String jws) {
        return EnvelopeJson.read(CompactJws.parse(jws, MOST_JWS_CHARACTERS).content());
    }

    /** SHA-256 over the compact JWS: the next event's {@code prev}. */
    public String hash() {
        return Hashes.sha256(jws);
    }

    /** Thumbprint of the key that signed, as the header claims. */
    public String kid() {
        return CompactJws.parse(jws, MOST_JWS_CHARACTERS).kid();
    }

    /** Whose log it is. */
    public CityId city() {
        return envelope.city();
    }

    /** Its place in the city's log. */
    public Position position() {
        return envelope.position();
    }

    /**
     * Members of the signed envelope that are missing or misformed; empty for a sound one. Such an
     * event is quarantined, but counts in the chain (F15).
     */
    public List<String> faults() {
        return read(jws).faults();
    }

    /** The same without payload and salt. */
    public SignedEvent withoutPayload() {
        return new SignedEvent(envelope, jws, null);
    }

    /** The same with a payload that arrived later; not checked. */
    public SignedEvent withPayload(Payload arrived) {
        return new SignedEvent(envelope, jws, arrived);
    }
}
