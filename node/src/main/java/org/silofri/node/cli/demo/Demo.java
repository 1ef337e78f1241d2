package org.silofri.node.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.demo.process.DemoState;
import org.silofri.node.cli.demo.process.NodeProcess;
import org.silofri.node.cli.terminal.Console;

/** Builds the network of the demo exactly as a real one is built: init, admit, run, import. */
final class Demo {

    private final DemoFolders folders;
    private final DemoPorts ports;
    private final Console console;
    private final boolean detach;
    private final Map<DemoNode, NodeProcess> processes = new LinkedHashMap<>();
    private volatile boolean ready;

    Demo(DemoFolders folders, DemoPorts ports, Console console, boolean detach) {
        this.folders = folders;
        this.ports = ports;
        this.console = console;
        this.detach = detach;
    }

    void start() {
        console.line("Silofri demo: a coordinator and three cities on this machine");
        Runtime.getRuntime().addShutdownHook(new Thread(this::endUnlessReady));
        DemoMembers members = new DemoMembers(folders, ports, console);
        members.init(DemoNode.COORDINATOR);
        launch(List.of(DemoNode.COORDINATOR));
        List<DemoNode> cities = DemoNode.ALL.stream().filter(node -> !node.coordinator()).toList();
        cities.forEach(members::join);
        members.hostTheOthers();
        launch(cities);
        DemoState state =
                new DemoState(
                        "127.0.0.1:" + ports.hub(),
                        console.step("Making an account for each role", this::tell));
        state.write(folders.stateFile());
        if (!folders.loaded()) {
            new DemoContent(folders, console).load();
            folders.markLoaded();
        }
        console.step(
                "All four hold the same, by digest", () -> DemoContent.awaitEqualDigests(state));
        ready = true;
        new DemoGuide(console, state).print();
    }

    private void launch(List<DemoNode> nodes) {
        for (DemoNode node : nodes) {
            processes.put(node, NodeProcess.start(node, folders, ports, program(), detach));
        }
        for (DemoNode node : nodes) {
            NodeProcess process = java.util.Objects.requireNonNull(processes.get(node));
            console.step("Starting " + node.name(), () -> process.awaitReady(ports.health(node)));
        }
    }

    private static List<String> program() {
        return NodeProcess.program(Path.of(String.valueOf(System.getenv("SILOFRI_JAR"))));
    }

    private List<DemoState.Node> tell() {
        List<DemoState.Node> nodes = new ArrayList<>();
        processes.forEach((node, process) ->
                nodes.add(
                        new DemoState.Node(
                                node.name(),
                                ports.url(node),
                                ports.health(node),
                                process.handle().pid(),
                                folders.data(node).toString(),
                                DemoMembers.token(folders.data(node), node),
                                new DemoAccounts(folders.data(node), node).make())));
        return nodes;
    }

    /** Stays until Ctrl-C, then stops the nodes in order. */
    void waitForEnd() {
        console.line("Press Ctrl-C to stop; the data stay for the next start.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A start that fails half-way leaves no process behind; a detached demo lives on. */
    private void endUnlessReady() {
        if (ready && detach) {
            return;
        }
        DemoStop.end(
                new ArrayList<>(processes.values())
                        .reversed().stream().map(NodeProcess::handle).toList());
        try {
            Files.deleteIfExists(folders.stateFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
