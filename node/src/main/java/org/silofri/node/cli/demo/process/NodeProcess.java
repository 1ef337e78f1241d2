package org.silofri.node.cli.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.silofri.node.cli.terminal.CommandFailed;

/** A node of the demo as a process of its own. */
public final class NodeProcess {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LAST_LINES = 15;

    private final DemoNode node;
    private final Process process;
    private final Path log;

    private NodeProcess(DemoNode node, Process process, Path log) {
        this.node = node;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a node.
     *
     * @param program arguments of the JVM that name the program, for example {@code -jar FILE};
     *     those of {@code compose/jvm.options} come before
     */
    public static NodeProcess start(
            DemoNode node,
            DemoFolders folders,
            DemoPorts ports,
            List<String> program,
            boolean detach) {
        Path log = folders.data(node).resolve("logs/console.log");
        List<String> command = new ArrayList<>();
        if (detach && Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // survives the terminal that it was started from
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + folders.jvmOptions());
        command.addAll(program);
        command.addAll(List.of("run", "--config", folders.config(node).toString()));
        DemoSettings.of(node, folders, ports)
                .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        try {
            Files.createDirectories(log.getParent());
            Process process =
                    new ProcessBuilder(command)
                            .directory(folders.home().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new NodeProcess(node, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Names the packaged application; with what a training run recorded beside it, it starts in
     * half the time.
     */
    public static List<String> program(Path jar) {
        Path cache = jar.resolveSibling("silofri.aot");
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-jar", jar.toString())
                : List.of("-jar", jar.toString());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Waits until the node says that it is ready.
     *
     * @throws CommandFailed if it ends or is not ready in time; shows the end of its log
     */
    public void awaitReady(String health) {
        Instant end = Instant.now().plus(START);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(health + "/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            while (!ready(http, request)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw failed();
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The start was interrupted", "start again");
        }
    }

    private static boolean ready(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private CommandFailed failed() {
        return new CommandFailed(
                "The node %s did not start:%n%s".formatted(node.name(), lastLines()),
                "read " + log);
    }

    private String lastLines() {
        try {
            // an analysed failure says it best; stack frames never do
            List<String> lines =
                    Files.readAllLines(log).stream()
                            .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                            .toList();
            int described = lines.lastIndexOf("Description:");
            int from = described < 0 ? lines.size() - LAST_LINES : described;
            return String.join(
                    System.lineSeparator(),
                    lines.subList(
                            Math.max(0, from),
                            Math.min(lines.size(), Math.max(0, from) + LAST_LINES)));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
