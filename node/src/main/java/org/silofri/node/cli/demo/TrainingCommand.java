package org.silofri.node.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.silofri.node.SilofriNode;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.demo.process.DemoSettings;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import org.silofri.node.cli.terminal.NodeOptions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs a node through what nodes do, once, so that the JVM can record which classes a start needs;
 * part of the build (ADR 0073).
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514, "training run"</a>
 */
@Command(
        name = "training-run",
        hidden = true,
        description = "Start a throw-away node, use it, stop it; for the ahead-of-time cache.")
public final class TrainingCommand implements Callable<Integer> {

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/search?q=kamera",
                    "/network",
                    "/query",
                    "/feed",
                    "/api/search?q=parkering",
                    "/api/network",
                    "/v3/api-docs");

    @Option(names = "--home", required = true, description = "top folder of the checkout")
    private Path home = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("silofri-training");
        DemoFolders folders = new DemoFolders(home.toAbsolutePath(), root, root.resolve("nodes"));
        DemoPorts ports = DemoPorts.free();
        Console silent = new Console(new PrintWriter(Writer.nullWriter()));
        DemoMembers members = new DemoMembers(folders, ports, silent);
        members.init(DemoNode.COORDINATOR);
        ConfigurableApplicationContext node = start(folders, ports);
        try {
            members.hostTheOthers();
            new DemoContent(folders, silent).load(DemoNode.COORDINATOR);
            use(ports.url(DemoNode.COORDINATOR));
        } finally {
            node.close();
            folders.clear();
        }
        return 0;
    }

    private static ConfigurableApplicationContext start(DemoFolders folders, DemoPorts ports) {
        var settings = DemoSettings.of(DemoNode.COORDINATOR, folders, ports);
        NodeOptions options = NodeOptions.of(folders.config(DemoNode.COORDINATOR), settings);
        return new SpringApplication(SilofriNode.class)
                .run(options.springArguments().toArray(String[]::new));
    }

    private static void use(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                require(http, HttpRequest.newBuilder(URI.create(url + path)).GET());
            }
            require(
                    http,
                    HttpRequest.newBuilder(URI.create(url + "/sparql"))
                            .header("Content-Type", "application/sparql-query")
                            .POST(BodyPublishers.ofString("SELECT * { ?s ?p ?o } LIMIT 10")));
        }
    }

    private static void require(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new CommandFailed(
                    "The training run got %d from %s".formatted(answer.statusCode(), answer.uri()),
                    "read the lines above");
        }
    }
}
