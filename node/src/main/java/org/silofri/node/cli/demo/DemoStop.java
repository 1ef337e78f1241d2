package org.silofri.node.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoState;
import org.silofri.node.cli.operator.RunFile;
import org.silofri.node.cli.terminal.Console;

/** Ends the processes of a demo, cities first, as an operator would: asks, waits, then insists. */
final class DemoStop {

    private static final long PATIENCE_SECONDS = 30;

    private final DemoFolders folders;
    private final Console console;

    DemoStop(DemoFolders folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    int run() {
        Map<DemoNode, ProcessHandle> alive = alive();
        if (alive.isEmpty()) {
            console.line("No demo is running.");
        }
        alive.forEach((node, process) ->
                console.step("Stopping " + node.name(), () -> end(List.of(process))));
        forget();
        return 0;
    }

    /** The nodes that run, cities first; also when {@code mvn clean} took nodes.json away. */
    Map<DemoNode, ProcessHandle> alive() {
        Map<DemoNode, ProcessHandle> alive = new LinkedHashMap<>();
        for (DemoNode node : DemoNode.ALL.reversed()) {
            Stream.concat(told(node), RunFile.read(folders.data(node)).stream().map(RunFile::pid))
                    .flatMap(pid -> DemoState.process(pid).stream())
                    .findFirst()
                    .ifPresent(process -> alive.put(node, process));
        }
        return alive;
    }

    private Stream<Long> told(DemoNode node) {
        return folders.state().stream()
                .flatMap(state -> state.nodes().stream())
                .filter(told -> told.name().equals(node.name()))
                .map(DemoState.Node::pid);
    }

    static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(folders.stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
