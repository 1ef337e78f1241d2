package org.silofri.node.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.UsersController.Changed;
import org.silofri.node.cli.operator.UsersController.NewPassword;
import org.silofri.node.cli.operator.UsersController.User;
import org.silofri.node.cli.operator.UsersController.UserWish;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import org.silofri.node.security.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the first administrator, and helps when nobody can sign in. */
@Command(
        name = "user",
        description = "Accounts of people: add, list, reset, disable, enable.",
        synopsisSubcommandLabel = "COMMAND")
public final class UserCommand implements Runnable {

    private static final String NAME = "sign-in name";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say add, list, reset, disable or enable");
    }

    @Command(name = "add", description = "Add an account; asks for its password.")
    int add(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--role",
                            required = true,
                            description =
                                    "READER, EDITOR, PUBLISHER, COORDINATOR or ADMIN; may be repeated")
                    List<Role> roles,
            @Option(
                            names = "--city",
                            description =
                                    "the city that the roles are for; default: the node's own")
                    @Nullable String city,
            @Option(
                            names = "--display",
                            defaultValue = "",
                            description =
                                    "what others see, for example \"Climate unit\"; default: the name")
                    String display,
            @Option(names = "--email", description = "functional address for notices")
                    @Nullable String email,
            @Option(names = "--language", description = "of its pages, for example da")
                    @Nullable String language,
            @Mixin PasswordSource password) {
        String of = city == null ? node.settings().name() : city;
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            UserWish wish =
                    new UserWish(name, display, email, language, roles, of, password.read());
            tell(client.post("/operator/users", wish, Changed.class));
        }
        return 0;
    }

    @Command(name = "list", description = "List all accounts with their roles.")
    int list(@Mixin NodeOptions node) {
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            for (User user : client.get("/operator/users", User[].class)) {
                console()
                        .line(
                                "%-24s  %-9s  %-40s  %s"
                                        .formatted(
                                                user.name(),
                                                user.state(),
                                                String.join(" ", user.grants()),
                                                user.display()));
            }
        }
        return 0;
    }

    @Command(
            name = "reset",
            description =
                    "Give an account a password for one time, or another of its own; its sessions"
                            + " end.")
    int reset(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--password-stdin",
                            description = "read a password of its own from standard input instead")
                    boolean stdin) {
        String own = stdin ? PasswordSource.fromStandardInput() : null;
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            tell(client.post(user(name, "reset"), new NewPassword(own), Changed.class));
        }
        return 0;
    }

    @Command(
            name = "disable",
            description = "Take an account out of use: sessions end, tokens are void.")
    int disable(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return change(node, user(name, "disable"));
    }

    @Command(name = "enable", description = "Put a disabled account into use again.")
    int enable(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return change(node, user(name, "enable"));
    }

    private static int change(NodeOptions node, String path) {
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            client.post(path, Map.of(), Changed.class);
        }
        return 0;
    }

    private static String user(String name, String what) {
        if (!name.matches("[A-Za-z0-9._@-]+")) {
            throw new CommandFailed(
                    "\"" + name + "\" is no sign-in name", "look with \"silofri user list\"");
        }
        return "/operator/users/" + name.toLowerCase(Locale.ROOT) + "/" + what;
    }

    private void tell(Changed changed) {
        if (changed.oneTime() != null) {
            console().line(changed.oneTime());
        }
    }

    private Console console() {
        return new Console(Objects.requireNonNull(spec).commandLine());
    }

    /** Where a password comes from; never an argument, which others on the machine could read. */
    static final class PasswordSource {

        private static final int MOST_CHARACTERS = 1_000;

        @Option(
                names = "--password-stdin",
                description = "read the password from standard input, for scripts")
        private boolean stdin;

        @Option(
                names = "--one-time",
                description = "make a password that must be changed at sign-in, and show it")
        private boolean oneTime;

        /** The password; null for one that the node makes. */
        @Nullable String read() {
            if (oneTime) {
                return null;
            }
            return stdin ? fromStandardInput() : prompted();
        }

        static String fromStandardInput() {
            try {
                // not closed: standard input is not ours
                var in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8));
                String line = in.readLine();
                if (line == null || line.isEmpty() || line.length() > MOST_CHARACTERS) {
                    throw new CommandFailed(
                            "There is no password on standard input", "write it there on one line");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        // null again since JDK 25, where input or output is not a terminal
        @SuppressWarnings("SystemConsoleNull")
        private static String prompted() {
            java.io.Console console = System.console();
            if (console == null || !console.isTerminal()) {
                throw new CommandFailed(
                        "There is no terminal to ask for a password on",
                        "use --password-stdin, or --one-time for one that is shown once");
            }
            char[] first = console.readPassword("Password (at least 12 characters): ");
            char[] second = console.readPassword("The same again: ");
            if (first == null || second == null || !Arrays.equals(first, second)) {
                throw new CommandFailed("The two passwords differ", "start again");
            }
            return new String(first);
        }
    }
}
