package org.silofri.node.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node logs in with at the hub's broker. Kept beside the keys, readable by the owner only;
 * the hub keeps a hash.
 *
 * @param user not secret
 * @param password never logged
 */
public record HubLogin(String user, String password) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Tells whether the data folder holds a login. */
    public static boolean stored(Path data) {
        return Files.exists(file(data));
    }

    /**
     * The login that the data folder holds.
     *
     * @throws NotStartable if others may read it, or it is damaged
     */
    public static Optional<HubLogin> load(Path data) {
        if (!stored(data)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(OwnerOnly.read(file(data)), HubLogin.class));
        } catch (JacksonException e) {
            throw new NotStartable(
                    file(data) + " is damaged", "ask the coordinator to admit the city again");
        }
    }

    /** Keeps the login in the data folder, in place of an older one. */
    public void store(Path data) {
        OwnerOnly.write(file(data), JSON.writeValueAsBytes(this));
    }

    private static Path file(Path data) {
        return data.resolve("keys").resolve("hub-login.json");
    }

    /** Without the password, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "HubLogin[user=" + user + "]";
    }
}
