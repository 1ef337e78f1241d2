package org.silofri.node.bus.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.node.identity.HubLogin;

/** Who may log in at the hub: admitted readers and the hashes of their secrets. Thread-safe. */
public final class BusAccounts {

    private static final String KEY = "secret.";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyValues store;
    private final Map<String, BusReader> open = new ConcurrentHashMap<>();

    public BusAccounts(KeyValues store) {
        this.store = store;
    }

    /** Makes a new secret for the user; an older one is void from now on. */
    public HubLogin issue(String user) {
        HubLogin login = new HubLogin(user, randomSecret());
        store.put().accept(KEY + user, hash(login.password()));
        return login;
    }

    /** Lets the reader log in; its queue and addresses must exist. */
    public void open(BusReader reader) {
        open.put(reader.user(), reader);
    }

    public void shut(String user) {
        open.remove(user);
    }

    Optional<BusReader> find(String user) {
        return Optional.ofNullable(open.get(user));
    }

    /** The reader if the secret is its own. */
    Optional<BusReader> login(String user, String secret) {
        boolean right =
                store.get()
                        .apply(KEY + user)
                        .map(hash -> MessageDigest.isEqual(bytes(hash), bytes(hash(secret))))
                        .orElse(false);
        return right ? find(user) : Optional.empty();
    }

    /** 256 random bits, so that a plain hash of it is enough. */
    public static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not", e);
        }
    }
}
