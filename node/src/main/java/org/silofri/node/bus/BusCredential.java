package org.silofri.node.bus;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a node logs in with at the hub. The hub keeps a hash only, so the secret is shown once.
 *
 * @param user the node's bus user
 * @param secret 256 random bits, base64url
 */
public record BusCredential(String user, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new credential for this user. */
    static BusCredential random(String user) {
        return new BusCredential(user, randomSecret());
    }

    static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secret, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "BusCredential[user=" + user + "]";
    }
}
