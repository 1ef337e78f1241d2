package org.silofri.node.cli.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells what a running node holds and what troubles it. */
@Command(
        name = "status",
        description = "What a running node holds of every city, and what troubles it.")
public final class StatusCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Override
    public Integer call() {
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        try (NodeClient client = NodeClient.of(node.settings().data())) {
            JsonNode status = client.get("/operator/status", JsonNode.class);
            console.line(
                    "%s at %s, data in %s, %s free"
                            .formatted(
                                    status.path("node").asString(),
                                    status.path("url").asString(),
                                    status.path("data").asString(),
                                    status.path("diskFree").asString()));
            console.line("health: " + status.path("health").asString());
            for (JsonNode trouble : status.path("troubles")) {
                console.line("  ! " + trouble.asString());
            }
            console.line(
                    "%-16s %-14s %10s %8s %12s"
                            .formatted("city", "state", "position", "behind", "quarantined"));
            for (JsonNode city : client.get("/api/network", JsonNode.class).path("cities")) {
                console.line(
                        "%-16s %-14s %10s %8s %12s"
                                .formatted(
                                        city.path("city").asString(),
                                        city.path("state").asString(),
                                        city.path("epoch").asString()
                                                + ":"
                                                + city.path("seq").asString(),
                                        city.path("behind").asString(),
                                        city.path("quarantined").asString()));
            }
            for (JsonNode harvest : status.path("harvests")) {
                console.line("harvest " + harvest.asString());
            }
            for (JsonNode folder : status.path("folders")) {
                console.line("folder " + folder.asString());
            }
            counts(console, "quarantined", status.path("quarantined"));
            counts(console, "refused since the log was made", status.path("rejected"));
            return status.path("health").asString().equals("UP") ? 0 : 1;
        }
    }

    private static void counts(Console console, String what, JsonNode counts) {
        if (!counts.isEmpty()) {
            console.line(what + ":");
            counts.properties()
                    .forEach(count ->
                            console.line(
                                    "  %6d  %s"
                                            .formatted(count.getValue().asLong(), count.getKey())));
        }
    }
}
