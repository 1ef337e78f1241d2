package org.silofri.catalogue.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A compact JWS, read strictly: it has one spelling, so its hash cannot be changed without the
 * signature (a lenient base64 decoder would accept sixteen spellings of one signature, each with
 * another hash). Of the header only {@code alg}, {@code kid} and {@code crit} count; {@code jwk},
 * {@code jku}, {@code x5u} and the rest are ignored (F1).
 *
 * @param kid thumbprint of the key that signed, as claimed
 * @param content what is signed
 * @param signingInput the ASCII bytes under the signature
 * @param signature 64 bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9864">RFC 9864, alg "Ed25519"</a>
 */
@SuppressWarnings("ArrayRecordComponent") // equality and copies are made below
record CompactJws(String kid, byte[] content, byte[] signingInput, byte[] signature) {

    static final String ALGORITHM = "Ed25519";
    static final int SIGNATURE_BYTES = 64;

    private static final int MOST_HEADER_BYTES = 4 * 1024;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /**
     * Signs; the header is exactly {@code {"alg":"Ed25519","kid":"…"}}.
     *
     * @return the compact form
     */
    static String sign(byte[] content, SigningKey key) {
        ObjectNode header = StrictJson.newObject();
        header.put("alg", ALGORITHM);
        header.put("kid", key.kid());
        String input = encode(StrictJson.write(header)) + "." + encode(content);
        return input + "." + encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * @param most longest allowed compact form in characters
     * @throws Malformed if it is no JWS of this format; the signature is not yet verified
     */
    static CompactJws parse(String compact, int most) {
        if (compact.length() > most) {
            throw new Malformed("JWS is longer than " + most + " characters");
        }
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw new Malformed("JWS has not three parts");
        }
        byte[] header = decode(compact.substring(0, first));
        byte[] content = decode(compact.substring(first + 1, second));
        byte[] signature = decode(compact.substring(second + 1));
        if (header.length > MOST_HEADER_BYTES || signature.length != SIGNATURE_BYTES) {
            throw new Malformed("JWS has a header or signature of the wrong size");
        }
        String kid = kid(StrictJson.read(header, "JWS header"));
        byte[] input = compact.substring(0, second).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(kid, content, input, signature);
    }

    boolean isSignedBy(PublicKey key) {
        return key.verifies(signingInput, signature);
    }

    private static String kid(ObjectNode header) {
        if (!StrictJson.text(header, "alg").equals(ALGORITHM)) {
            throw new Malformed("JWS algorithm is not " + ALGORITHM);
        }
        if (header.has("crit")) {
            throw new Malformed("JWS header demands an extension (crit)");
        }
        return StrictJson.text(header, "kid");
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    private static byte[] decode(String part) {
        return decodeBase64Url(part);
    }

    /** Base64url without padding, exactly as it would be written. */
    static byte[] decodeBase64Url(String text) {
        try {
            byte[] bytes = DECODER.decode(text);
            if (ENCODER.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("Not base64url", e);
        }
        throw new Malformed("Not base64url in its one spelling");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactJws that
                && Arrays.equals(signingInput, that.signingInput)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
