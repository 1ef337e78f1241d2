package org.silofri.catalogue.event;

import java.util.Optional;

/**
 * Something signed that is neither event nor statement, for example a city's wish to join: a
 * compact JWS whose key the reader has by another way, or finds in the content itself.
 */
public final class SignedContent {

    private static final int MOST_CHARACTERS = 64 * 1024;

    private SignedContent() {}

    /** Signs as a compact JWS. */
    public static String sign(byte[] content, SigningKey key) {
        return CompactJws.sign(content, key);
    }

    /** What is signed, not verified; empty when the text is no JWS of this format. */
    public static Optional<byte[]> unverified(String jws) {
        return parse(jws).map(CompactJws::content);
    }

    /** Tells whether that key signed it. */
    public static boolean isSignedBy(String jws, PublicKey key) {
        return parse(jws)
                .filter(parsed -> parsed.kid().equals(key.kid()))
                .filter(parsed -> parsed.isSignedBy(key))
                .isPresent();
    }

    private static Optional<CompactJws> parse(String jws) {
        try {
            return Optional.of(CompactJws.parse(jws, MOST_CHARACTERS));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
