package org.silofri.node.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * Runs a coordinator and a city's node through what nodes do, so that the JVM can record which
 * classes a start needs and which methods are worth compiling; part of the build (ADR 0073).
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514, "training run"</a>
 * @see <a href="https://openjdk.org/jeps/515">JEP 515, "ahead-of-time method profiling"</a>
 */
@Command(
        name = "training-run",
        hidden = true,
        description =
                "Start two throw-away nodes, use them, stop them; for the ahead-of-time cache.")
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
    private static final String QUERY =
            "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%2010";

    /** Enough that what publishing runs through is known to be hot. */
    private static final int ENTRIES = 400;

    /** Slow enough that the entries come singly, as they do in use. */
    private static final Duration PACE = Duration.ofMillis(25);

    private static final int ENTRIES_BETWEEN_READS = 20;

    /** A build must end, also where a city does not get ready. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        try (ConfigurableApplicationContext _ = start(DemoNode.COORDINATOR, folders, ports)) {
            members.hostTheOthers();
            new DemoContent(folders, silent).load(DemoNode.COORDINATOR);
            members.join(DemoNode.COPENHAGEN);
            try (ConfigurableApplicationContext _ = start(DemoNode.COPENHAGEN, folders, ports)) {
                use(folders, ports);
            }
        } finally {
            folders.clear();
        }
        return 0;
    }

    private static ConfigurableApplicationContext start(
            DemoNode node, DemoFolders folders, DemoPorts ports) {
        var settings = DemoSettings.of(node, folders, ports);
        NodeOptions options = NodeOptions.of(folders.config(node), settings);
        return new SpringApplication(SilofriNode.class)
                .run(options.springArguments().toArray(String[]::new));
    }

    private static void use(DemoFolders folders, DemoPorts ports)
            throws IOException, InterruptedException {
        String token = DemoMembers.token(folders.data(DemoNode.COPENHAGEN), DemoNode.COPENHAGEN);
        try (HttpClient http = HttpClient.newHttpClient()) {
            awaitReady(http, ports.health(DemoNode.COPENHAGEN) + "/readiness");
            for (int n = 0; n < ENTRIES; n++) {
                require(201, http, entry(ports.url(DemoNode.COPENHAGEN), token, n));
                if (n % ENTRIES_BETWEEN_READS == 0) {
                    read(http, ports.url(DemoNode.COORDINATOR));
                    read(http, ports.url(DemoNode.COPENHAGEN));
                }
                Thread.sleep(PACE);
            }
        }
    }

    /** A city's node first asks its peers for its own log (F8). */
    private static void awaitReady(HttpClient http, String readiness)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(readiness)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > end) {
                throw new CommandFailed(
                        "The training run's city is not ready after " + PATIENCE,
                        "read the lines above");
            }
            Thread.sleep(PACE);
        }
    }

    private static HttpRequest.Builder entry(String url, String token, int n) {
        String turtle =
                """
                @prefix sf: <https://w3id.org/silofri/ns#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                <> a sf:Problem ; dcterms:title "Training %d"@en , "Øvelse %d"@da ;
                  dcterms:description "Made by the build and thrown away."@en ;
                  dcterms:subject <https://w3id.org/silofri/ns/theme/mobility> ;
                  dcterms:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
                  dcterms:source "training run" .
                """
                        .formatted(n, n);
        return HttpRequest.newBuilder(URI.create(url + "/api/entries"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/turtle")
                .POST(BodyPublishers.ofString(turtle));
    }

    private static void read(HttpClient http, String url) throws IOException, InterruptedException {
        for (String path : PATHS) {
            require(200, http, HttpRequest.newBuilder(URI.create(url + path)));
        }
        require(200, http, HttpRequest.newBuilder(URI.create(url + QUERY)));
    }

    private static void require(int status, HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new CommandFailed(
                    "The training run got %d from %s".formatted(answer.statusCode(), answer.uri()),
                    "read the lines above");
        }
    }
}
