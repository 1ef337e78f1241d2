package org.silofri.catalogue.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits, the form of every hash in an envelope. */
public final class Hashes {

    /** {@code prev} of a log's first event (epoch 1, seq 1), before which there is nothing. */
    public static final String NONE = "0".repeat(64);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Hashes() {}

    /** Hash of the parts as if they were one. */
    public static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Hash of ASCII text, for example of a compact JWS. */
    public static String sha256(String ascii) {
        return sha256(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells whether the text has the form of a hash. */
    public static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }
}
