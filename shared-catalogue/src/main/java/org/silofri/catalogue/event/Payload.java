package org.silofri.catalogue.event;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * An event's content beside its salt; both are erased together (F14), the envelope keeps their
 * hash.
 *
 * @param salt exactly 16 bytes, so that the border to the content is fixed
 * @param content the bytes as the author made them
 */
@SuppressWarnings("ArrayRecordComponent") // equality and copies are made below
public record Payload(byte[] salt, byte[] content) {

    /** Length of every salt. */
    public static final int SALT_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @throws IllegalArgumentException if the salt has another length
     */
    public Payload {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("Salt has %d bytes, not 16".formatted(salt.length));
        }
        salt = salt.clone();
        content = content.clone();
    }

    /** With a fresh random salt. */
    public static Payload of(byte[] content) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Payload(salt, content);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** Length of the content in bytes. */
    public int size() {
        return content.length;
    }

    /** SHA-256 of salt and content, as in {@link Envelope#payloadHash()}. */
    public String hash() {
        return Hashes.sha256(salt, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(salt) + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Payload[" + content.length + " bytes]";
    }
}
