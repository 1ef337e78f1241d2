package org.silofri.node.cli.command;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.operator.OperatorController;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Rebuilds what is derived from the logs, while the node goes on answering. */
@Command(
        name = "rebuild",
        description = "Rebuild the graph and the search index of a running node from its logs.")
public final class RebuildCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Parameters(
            arity = "0..1",
            defaultValue = "ALL",
            description = "graph, search or all; default: all")
    private OperatorController.Part part = OperatorController.Part.ALL;

    @Override
    public Integer call() {
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            console.step(
                    "Rebuilding " + part.name().toLowerCase(java.util.Locale.ROOT),
                    () -> client.post("/operator/rebuild?part=" + part, Map.of(), JsonNode.class));
        }
        return 0;
    }
}
