package org.silofri.node.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        Optional<DemoState> state = folders.state();
        if (state.isEmpty() || !state.get().anyAlive()) {
            console.line("No demo is running.");
        }
        state.ifPresent(running -> {
            for (DemoState.Node node : running.nodes().reversed()) {
                node.process()
                        .ifPresent(process ->
                                console.step(
                                        "Stopping " + node.name(), () -> end(List.of(process))));
            }
        });
        forget();
        return 0;
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
