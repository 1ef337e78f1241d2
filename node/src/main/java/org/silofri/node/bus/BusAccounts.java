package org.silofri.node.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may log in at the hub: admitted readers and the hashes of their secrets. Thread-safe. */
final class BusAccounts {

    private static final String KEY = "bus.secret.";

    private final KeyValues store;
    private final Map<String, BusReader> open = new ConcurrentHashMap<>();

    BusAccounts(KeyValues store) {
        this.store = store;
    }

    /** Makes a new secret for the user; an older one is void from now on. */
    BusCredential issue(String user) {
        BusCredential credential = BusCredential.random(user);
        store.put().accept(KEY + user, hash(credential.secret()));
        return credential;
    }

    boolean hasSecret(String user) {
        return store.get().apply(KEY + user).isPresent();
    }

    /** Lets the reader log in; its queue and addresses must exist. */
    void open(BusReader reader) {
        open.put(reader.user(), reader);
    }

    void shut(String user) {
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
