package org.silofri.catalogue.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A member's Ed25519 key for verifying.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638, JWK thumbprint</a>
 */
public final class PublicKey {

    static final String ALGORITHM = "Ed25519";

    private static final int RAW_BYTES = 32;

    /** SubjectPublicKeyInfo of Ed25519 up to the raw key (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] raw;
    private final String kid;
    private final java.security.PublicKey key;

    private PublicKey(byte[] raw) {
        this.raw = raw.clone();
        this.kid = thumbprint(encoded());
        this.key = decode(raw);
    }

    /**
     * The key of these bytes.
     *
     * @param raw the 32 bytes of RFC 8032
     * @throws Malformed if they are no key
     */
    public static PublicKey ofRaw(byte[] raw) {
        if (raw.length != RAW_BYTES) {
            throw new Malformed("Ed25519 key has %d bytes, not 32".formatted(raw.length));
        }
        return new PublicKey(raw);
    }

    /**
     * The key in the form of RDF and JWK.
     *
     * @param base64url the raw 32 bytes in base64url without padding, as in {@code sf:publicKey}
     * @throws Malformed if that is no key
     */
    public static PublicKey ofBase64Url(String base64url) {
        return ofRaw(CompactJws.decodeBase64Url(base64url));
    }

    /** RFC 7638 thumbprint with SHA-256, base64url without padding. */
    public String kid() {
        return kid;
    }

    /** The raw 32 bytes. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The raw 32 bytes in base64url without padding: JWK member {@code x}. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks Ed25519", e);
        }
    }

    private static java.security.PublicKey decode(byte[] raw) {
        byte[] info = new byte[PREFIX.length + RAW_BYTES];
        System.arraycopy(PREFIX, 0, info, 0, PREFIX.length);
        System.arraycopy(raw, 0, info, PREFIX.length, RAW_BYTES);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java lacks Ed25519", e);
        } catch (GeneralSecurityException e) {
            throw new Malformed("Bytes are no Ed25519 key", e);
        }
    }

    private static String thumbprint(String x) {
        String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(jwk.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey that && kid.equals(that.kid);
    }

    @Override
    public int hashCode() {
        return kid.hashCode();
    }

    @Override
    public String toString() {
        return kid;
    }
}
