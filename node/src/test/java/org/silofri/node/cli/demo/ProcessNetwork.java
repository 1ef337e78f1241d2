package org.silofri.node.cli.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.demo.process.NodeProcess;
import org.silofri.node.cli.terminal.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network of real node processes on free ports, made as the demo makes it. */
final class ProcessNetwork implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final DemoFolders folders;
    private final DemoPorts ports;
    private final DemoMembers members;
    private final Map<DemoNode, NodeProcess> processes = new ConcurrentHashMap<>();
    private final Map<DemoNode, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ProcessNetwork(Path root) {
        Path home = checkout();
        this.folders = new DemoFolders(home, root, root.resolve("nodes.json"));
        this.ports = DemoPorts.free();
        Console console = new Console(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        this.members = new DemoMembers(folders, ports, console);
    }

    static DemoNode node(String name) {
        return DemoNode.ALL.stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
    }

    /** Founds the network, admits the cities and starts all of these. */
    void start(List<DemoNode> cities) {
        members.init(DemoNode.COORDINATOR);
        restart(DemoNode.COORDINATOR);
        cities.forEach(this::join);
    }

    void join(DemoNode city) {
        members.join(city);
        restart(city);
    }

    /** Makes a city a member without starting its node. */
    void admit(DemoNode city) {
        members.join(city);
    }

    /** Starts these side by side. */
    void restartAll(List<DemoNode> nodes) {
        nodes.parallelStream().forEach(this::restart);
    }

    void restart(DemoNode node) {
        NodeProcess process = NodeProcess.start(node, folders, ports, program(), false);
        processes.put(node, process);
        process.awaitReady(ports.health(node));
        tokens.computeIfAbsent(node, n -> DemoMembers.token(folders.data(n), n));
    }

    /** As a power cut does it. */
    void kill(DemoNode node) {
        ProcessHandle process = process(node).handle();
        process.destroyForcibly();
        process.onExit().join();
    }

    void stop(DemoNode node) {
        DemoStop.end(List.of(process(node).handle()));
    }

    long pid(DemoNode node) {
        return process(node).handle().pid();
    }

    Path data(DemoNode node) {
        return folders.data(node);
    }

    String url(DemoNode node) {
        return ports.url(node);
    }

    int hubPort() {
        return ports.hub();
    }

    /** What a node tells its operator. */
    JsonNode health(DemoNode node) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(ports.health(node)))).body());
    }

    String token(DemoNode node) {
        return Objects.requireNonNull(tokens.get(node), "token of a node that was started");
    }

    /** Throws away what a node has in that part of its data folder. */
    void wipe(DemoNode node, String part) {
        try (Stream<Path> files = Files.walk(folders.data(node).resolve(part))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.timeout(Duration.ofSeconds(20)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** A problem with that title, ready to be posted. */
    HttpRequest.Builder publish(DemoNode node, String title, String idempotencyKey) {
        String turtle =
                """
                @prefix sf: <https://w3id.org/silofri/ns#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                <> a sf:Problem ; dcterms:title "%s"@en ;
                  dcterms:description "Made by a test of the network under faults."@en ;
                  dcterms:subject <https://w3id.org/silofri/ns/theme/mobility> ;
                  dcterms:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
                  dcterms:source "test" .
                """
                        .formatted(title);
        return HttpRequest.newBuilder(URI.create(url(node) + "/api/entries"))
                .header("Authorization", "Bearer " + token(node))
                .header("Content-Type", "text/turtle")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(turtle));
    }

    /** What a page or call of a node answers to anybody. */
    HttpResponse<String> get(DemoNode node, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url(node)).resolve(path)));
    }

    /** Number that a query with one counting variable ?n gives at a node. */
    long count(DemoNode node, String query) {
        try {
            HttpResponse<String> answer =
                    send(
                            HttpRequest.newBuilder(URI.create(url(node) + "/sparql"))
                                    .header("Content-Type", "application/sparql-query")
                                    .header("Accept", "application/sparql-results+json")
                                    .POST(BodyPublishers.ofString(query)));
            return JSON.readTree(answer.body()).at("/results/bindings/0/n/value").asLong(-1);
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Graph digest of each city at a node; empty while it does not answer. */
    Map<String, String> digests(DemoNode node) {
        Map<String, String> digests = new TreeMap<>();
        try {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(url(node) + "/api/network")));
            for (JsonNode city : JSON.readTree(answer.body()).path("cities")) {
                digests.put(
                        city.path("city").asString(),
                        city.path("seq").asString() + " " + city.path("digest").asString());
            }
        } catch (IOException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return digests;
    }

    void awaitEqual(List<DemoNode> nodes, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Map<String, String> first = digests(nodes.getFirst());
                    return !first.isEmpty()
                            && nodes.stream().allMatch(node -> digests(node).equals(first));
                });
    }

    private NodeProcess process(DemoNode node) {
        return Objects.requireNonNull(processes.get(node), "process of a node that was started");
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("compose/demo"))) {
            folder = Objects.requireNonNull(folder.getParent(), "folder of the checkout");
        }
        return folder;
    }

    /** What users start: the packaged application. */
    private static List<String> program() {
        return NodeProcess.program(Path.of(System.getProperty("silofri.jar")));
    }

    @Override
    public void close() {
        DemoStop.end(
                processes.values().stream()
                        .map(NodeProcess::handle)
                        .filter(ProcessHandle::isAlive)
                        .toList());
        http.close();
    }
}
