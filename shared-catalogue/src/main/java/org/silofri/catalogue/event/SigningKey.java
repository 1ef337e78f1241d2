package org.silofri.catalogue.event;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A city's Ed25519 key for signing. Never logged, never in RDF, exports or a database; its file is
 * {@link #pkcs8()} with owner-only rights.
 */
public final class SigningKey {

    private static final int SEED_BYTES = 32;

    /** PKCS#8 of an Ed25519 seed up to the seed (RFC 8410). */
    private static final byte[] PREFIX =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final PrivateKey key;
    private final PublicKey publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed.clone();
        this.key = decode(pkcs8());
        this.publicKey = PublicKey.ofRaw(derivePublic(seed));
    }

    /** A fresh random key. */
    public static SigningKey generate() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(seed);
    }

    /**
     * The key of a seed.
     *
     * @param seed 32 bytes of RFC 8032
     * @throws Malformed for another length
     */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new Malformed("Ed25519 seed has %d bytes, not 32".formatted(seed.length));
        }
        return new SigningKey(seed);
    }

    /**
     * Reads what {@link #pkcs8()} wrote.
     *
     * @throws Malformed for anything else
     */
    public static SigningKey ofPkcs8(byte[] pkcs8) {
        if (pkcs8.length != PREFIX.length + SEED_BYTES
                || !Arrays.equals(Arrays.copyOf(pkcs8, PREFIX.length), PREFIX)) {
            throw new Malformed("Bytes are no Ed25519 key in PKCS#8");
        }
        return new SigningKey(Arrays.copyOfRange(pkcs8, PREFIX.length, pkcs8.length));
    }

    /** The private key in PKCS#8 (RFC 8410), 48 bytes; secret. */
    public byte[] pkcs8() {
        byte[] bytes = Arrays.copyOf(PREFIX, PREFIX.length + SEED_BYTES);
        System.arraycopy(seed, 0, bytes, PREFIX.length, SEED_BYTES);
        return bytes;
    }

    /** Thumbprint of the public half. */
    public String kid() {
        return publicKey.kid();
    }

    /** The half that others verify with. */
    public PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(PublicKey.ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks Ed25519", e);
        }
    }

    private static PrivateKey decode(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(PublicKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks Ed25519", e);
        }
    }

    /** Java derives a public key only while it generates one, from the bytes of a random source. */
    private static byte[] derivePublic(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(PublicKey.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new SeedSource(seed));
            byte[] info = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(info, info.length - SEED_BYTES, info.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks Ed25519", e);
        }
    }

    private static final class SeedSource extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        SeedSource(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** Tells only which key it is. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
