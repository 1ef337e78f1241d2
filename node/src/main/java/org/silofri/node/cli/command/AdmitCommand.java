package org.silofri.node.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.OperatorController;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Admits a city at the coordinator. */
@Command(
        name = "admit",
        description = {
            "Admit a city at the coordinator's running node.",
            "Prints the city's login for the hub once; send it by a way that you trust."
        })
public final class AdmitCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Parameters(paramLabel = "REQUEST", description = "join-request.jws of the city")
    private Path request = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(request)) {
            throw new CommandFailed(
                    "There is no file " + request, "name the city's join-request.jws");
        }
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            OperatorController.Admitted admitted =
                    client.post(
                            "/operator/members",
                            new OperatorController.JoinRequestText(Files.readString(request)),
                            OperatorController.Admitted.class);
            console.line(
                    admitted.city()
                            + (admitted.created()
                                    ? " is a member now."
                                    : " was a member already."));
            if (admitted.user() != null) {
                console.line("user:     " + admitted.user());
                console.line("password: " + admitted.password());
            }
        }
        return 0;
    }
}
