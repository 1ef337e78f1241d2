package org.silofri.node.cli.command;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.NodeOptions;
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
public final class CredentialCommand implements Callable<Integer> {

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
        if (!Files.exists(data.resolve("network.json"))) {
            throw new CommandFailed(
                    "There is no node in " + data, "make it first: silofri init --config FILE");
        }
        new HubLogin(name, password.strip()).store(data);
        return 0;
    }

    // the rule is of JDK 22; a JDK 25 answers null where nobody types (seen on 25.0.3)
    @SuppressWarnings("SystemConsoleNull")
    private static String password(String name) {
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            char @Nullable [] typed = console.readPassword("Password of %s at the hub: ", name);
            return typed == null ? "" : String.valueOf(typed);
        }
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return in.hasNextLine() ? in.nextLine() : "";
        }
    }
}
