package org.silofri.node.cli;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.HubLogin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stores the login that the coordinator gave the city for the hub. */
@Command(
        name = "credential",
        description = {
            "Store the login for the hub that the coordinator's \"admit\" printed.",
            "The password is asked for, or read from standard input; it is never an argument."
        })
final class CredentialCommand implements Callable<Integer> {

    @Mixin private NodeOptions node = new NodeOptions();

    @Option(names = "--user", description = "bus user; default: the name of the node")
    private @Nullable String user;

    @Override
    public Integer call() {
        Path data = node.settings().data();
        String name = user == null ? node.settings().name() : user;
        String password = password(name);
        if (password.isBlank()) {
            throw new CommandFailed(
                    "No password was given", "repeat, and paste what admit printed");
        }
        new HubLogin(name, password.strip()).store(data);
        return 0;
    }

    @SuppressWarnings("NullAway") // since JDK 22 there always is a console
    private static String password(String name) {
        Console console = System.console();
        if (console.isTerminal()) {
            return String.valueOf(console.readPassword("Password of %s at the hub: ", name));
        }
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return in.hasNextLine() ? in.nextLine() : "";
        }
    }
}
