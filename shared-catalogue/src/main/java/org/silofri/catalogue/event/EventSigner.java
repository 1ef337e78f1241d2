package org.silofri.catalogue.event;

/** Signs a city's events and statements with its key. Safe for many threads. */
public final class EventSigner {

    private final SigningKey key;

    public EventSigner(SigningKey key) {
        this.key = key;
    }

    /** Thumbprint of the key. */
    public String kid() {
        return key.kid();
    }

    /** The half that others verify with. */
    public PublicKey publicKey() {
        return key.publicKey();
    }

    /**
     * Signs an event.
     *
     * @param envelope its {@code payloadHash} is the payload's
     * @throws IllegalArgumentException if the hash is another, or the type is unknown
     */
    public SignedEvent sign(Envelope envelope, Payload payload) {
        if (!payload.hash().equals(envelope.payloadHash())) {
            throw new IllegalArgumentException(
                    "Event %s does not hold the hash of its payload".formatted(envelope.id()));
        }
        String jws = CompactJws.sign(EnvelopeJson.write(envelope), key);
        return new SignedEvent(envelope, jws, payload);
    }

    /** Signs a statement outside the log. */
    public String sign(Statement statement) {
        return CompactJws.sign(StatementJson.write(statement), key);
    }
}
