package org.silofri.node.cli.command;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Harvests the CKAN portals of a running node now. */
@Command(
        name = "harvest",
        description = "Harvest the portals that silofri.ckan.sources names, without waiting.")
public final class HarvestCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Option(names = "--everything", description = "read all packages again, as after a new mapping")
    private boolean everything;

    @Option(names = "--dry-run", description = "check everything, publish nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        String path = "/operator/harvest?everything=%s&dryRun=%s".formatted(everything, dryRun);
        boolean whole = true;
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            JsonNode portals = client.post(path, Map.of(), JsonNode.class);
            if (portals.isEmpty()) {
                throw new CommandFailed(
                        "The configuration of this node names no portal",
                        "add it under silofri.ckan.sources, restart the node (docs/ckan.md)");
            }
            for (JsonNode portal : portals) {
                console.line(
                        "%s: %s new, %s changed, %s unchanged, %s refused"
                                .formatted(
                                        portal.path("source").asString(),
                                        portal.path("created").asString(),
                                        portal.path("changed").asString(),
                                        portal.path("unchanged").asString(),
                                        portal.path("refused").asString()));
                for (JsonNode problem : portal.path("problems")) {
                    console.line("  " + problem.asString());
                }
                String brokenOff = portal.path("brokenOff").asString();
                if (!brokenOff.isEmpty()) {
                    console.line("  broken off: " + brokenOff);
                    console.line("  remedy: " + portal.path("remedy").asString());
                    whole = false;
                }
            }
        }
        return whole ? 0 : 1;
    }
}
