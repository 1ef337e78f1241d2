package org.silofri.node.cli.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoState;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.UsersController.Changed;
import org.silofri.node.cli.operator.UsersController.NewPassword;
import org.silofri.node.cli.operator.UsersController.User;
import org.silofri.node.cli.operator.UsersController.UserWish;
import org.silofri.node.security.Role;

/** One account for each role at a node of the demo; roles, not persons. */
final class DemoAccounts {

    private static final int PASSWORD_BYTES = 12;
    private static final Map<String, String> PLACES =
            Map.of(
                    "coordinator", "coordination",
                    "copenhagen", "Copenhagen",
                    "stavanger", "Stavanger",
                    "helsinki", "Helsinki");

    private final Path data;
    private final DemoNode node;
    private final SecureRandom random = new SecureRandom();

    DemoAccounts(Path data, DemoNode node) {
        this.data = data;
        this.node = node;
    }

    /** Makes those that are missing, and gives each a new password. */
    List<DemoState.Account> make() {
        List<DemoState.Account> made = new ArrayList<>();
        try (NodeClient client = NodeClient.of(data)) {
            Set<String> there =
                    Arrays.stream(client.get("/operator/users", User[].class))
                            .map(User::name)
                            .collect(Collectors.toSet());
            for (Role role : roles()) {
                DemoState.Account account =
                        new DemoState.Account(
                                role.name().toLowerCase(Locale.ROOT), role.name(), password());
                if (there.contains(account.name())) {
                    client.post(
                            "/operator/users/" + account.name() + "/reset",
                            new NewPassword(account.password()),
                            Changed.class);
                } else {
                    client.post("/operator/users", wish(account, role), Changed.class);
                }
                made.add(account);
            }
        }
        return made;
    }

    private List<Role> roles() {
        return node.coordinator()
                ? List.of(Role.READER, Role.EDITOR, Role.PUBLISHER, Role.COORDINATOR, Role.ADMIN)
                : List.of(Role.READER, Role.EDITOR, Role.PUBLISHER, Role.ADMIN);
    }

    private UserWish wish(DemoState.Account account, Role role) {
        String name = account.name();
        String display =
                name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1)
                        + ", "
                        + PLACES.getOrDefault(node.name(), node.name());
        return new UserWish(
                name, display, null, null, List.of(role), node.name(), account.password());
    }

    private String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
