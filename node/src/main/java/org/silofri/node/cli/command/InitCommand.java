package org.silofri.node.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import org.silofri.node.cli.terminal.ProfileOptions;
import org.silofri.node.identity.NetworkFile;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NodeSetup;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a node's keys, before its first start. */
@Command(
        name = "init",
        description = {
            "Make the keys of a node, before its first start.",
            "Either found a network with its coordinator, or prepare a city's node with the"
                    + " network.json of its coordinator."
        })
public final class InitCommand implements Callable<Integer> {

    /** Exactly one of the two. */
    static final class Kind {

        @Option(
                names = "--network",
                required = true,
                description = "network.json of the coordinator")
        private @Nullable Path network;

        @Option(
                names = "--found",
                required = true,
                paramLabel = "AMQP-ADDRESS",
                description =
                        "found a network: where cities reach the hub, e.g. amqp://hub.example:5672")
        private @Nullable URI amqp;
    }

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node = new NodeOptions();

    @Mixin private ProfileOptions profile = new ProfileOptions();

    @ArgGroup(multiplicity = "1")
    private Kind kind = new Kind();

    @Override
    public Integer call() {
        Console console = new Console(Objects.requireNonNull(spec).commandLine());
        NodeSettings settings = node.settings();
        if (kind.amqp != null) {
            NetworkFile network = NodeSetup.initCoordinator(settings, profile.profile(), kind.amqp);
            console.line(
                    "Founded. Hand " + settings.data().resolve("network.json") + " to each city;");
            console.line("its thumbprint, to compare by telephone: " + network.key().kid());
            console.line("Carry the three keys in keys/steering to three different places.");
        } else {
            NetworkFile network = NetworkFile.read(Objects.requireNonNull(kind.network));
            NodeSetup.initCity(settings, network, profile.profile());
            console.line(
                    "Compare the coordinator's thumbprint by telephone: " + network.key().kid());
            console.line(
                    "Send %s to the coordinator; it answers with a login for the hub:"
                            .formatted(settings.data().resolve("join-request.jws")));
            console.line("store that with \"silofri credential\", then start: silofri run");
        }
        return 0;
    }
}
