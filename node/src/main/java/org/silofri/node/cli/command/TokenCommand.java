package org.silofri.node.cli.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.OperatorController;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenGrant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and takes back the tokens that writing over the API needs. */
@Command(
        name = "token",
        description = "Tokens for writing over the API: new, list, revoke.",
        synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say new, list or revoke");
    }

    @Command(name = "new", description = "Make a token; its text is shown once.")
    int make(
            @Mixin NodeOptions node,
            @Option(
                            names = "--city",
                            description = "the city that it may write for; default: the node's own")
                    @Nullable String city,
            @Option(
                            names = "--role",
                            defaultValue = "PUBLISHER",
                            description =
                                    "READER, EDITOR, PUBLISHER or COORDINATOR; default: ${DEFAULT-VALUE}")
                    Role role,
            @Option(
                            names = "--days",
                            defaultValue = "90",
                            description =
                                    "days that it is valid, at most 366; default: ${DEFAULT-VALUE}")
                    int days,
            @Option(
                            names = "--label",
                            required = true,
                            description =
                                    "what it is for, for example \"nightly import\"; no person's name")
                    String label) {
        String of = city == null ? node.settings().name() : city;
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            OperatorController.NewToken made =
                    client.post(
                            "/operator/tokens",
                            new OperatorController.TokenWish(role.name(), of, label, days),
                            OperatorController.NewToken.class);
            console().line(made.token());
        }
        return 0;
    }

    @Command(name = "list", description = "List all tokens, without their texts.")
    int list(@Mixin NodeOptions node) {
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            for (TokenGrant token : client.get("/operator/tokens", TokenGrant[].class)) {
                console().line(line(token));
            }
        }
        return 0;
    }

    @Command(name = "revoke", description = "Take a token back at once.")
    int revoke(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID", description = "as \"silofri token list\" shows it")
                    String id) {
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            client.delete("/operator/tokens/" + id);
        }
        return 0;
    }

    private static String line(TokenGrant token) {
        return "%s  %-11s  %-14s  until %s%s  %s"
                .formatted(
                        token.id(),
                        token.role(),
                        token.city(),
                        token.expires(),
                        token.revoked() ? " (revoked)" : "",
                        token.label());
    }

    private Console console() {
        return new Console(Objects.requireNonNull(spec).commandLine());
    }
}
