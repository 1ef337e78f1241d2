package org.silofri.node.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.cli.demo.process.DemoState;
import org.silofri.node.cli.operator.ImportRun;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.terminal.CommandFailed;
import org.silofri.node.cli.terminal.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the workbooks of the demo through the door that every city's file goes through. */
final class DemoContent {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DemoFolders folders;
    private final Console console;

    DemoContent(DemoFolders folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    void load() {
        DemoNode.ALL.forEach(this::load);
        console.step("Recording who led what from 2018 to 2023", this::recall);
    }

    private void recall() {
        try (NodeClient client = NodeClient.of(folders.data(DemoNode.COORDINATOR))) {
            DemoLeads.send(client, folders.leads());
        }
    }

    void load(DemoNode node) {
        List<String> problems = new ArrayList<>();
        ImportRun.Totals totals =
                console.step("Importing " + node.name() + ".xlsx", () -> send(node, problems::add));
        problems.forEach(problem -> console.line("    " + problem));
        console.line("    " + totals);
        if (totals.refused() > 0) {
            throw new CommandFailed(
                    folders.workbook(node) + " has rows that are refused",
                    "mend the cells named above");
        }
    }

    private ImportRun.Totals send(DemoNode node, Consumer<String> problems) {
        Path workbook = folders.workbook(node);
        try (NodeClient client = NodeClient.of(folders.data(node))) {
            ImportRun run = new ImportRun(progress -> {}, problems);
            client.stream(
                    ImportRun.path(workbook, "", false),
                    BodyPublishers.ofFile(workbook),
                    run::line);
            return run.totals();
        } catch (FileNotFoundException e) {
            throw new CommandFailed(
                    "There is no " + workbook, "check out compose/ of the repository again");
        }
    }

    /** Waits until every node reports the same graph digest for every city. */
    static void awaitEqualDigests(DemoState state) {
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!equalDigests(http, state)) {
                if (Instant.now().isAfter(end)) {
                    throw new CommandFailed(
                            "The nodes do not agree yet",
                            "open the network page of each and look which city is behind");
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean equalDigests(HttpClient http, DemoState state)
            throws InterruptedException {
        Set<Map<String, String>> seen = new HashSet<>();
        for (DemoState.Node node : state.nodes()) {
            try {
                Map<String, String> digests = digests(http, node.url());
                if (digests.isEmpty()) {
                    return false;
                }
                seen.add(digests);
            } catch (IOException e) {
                return false;
            }
        }
        return seen.size() == 1;
    }

    private static Map<String, String> digests(HttpClient http, String url)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/network"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        Map<String, String> digests = new TreeMap<>();
        JsonNode answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        for (JsonNode city : answer.path("cities")) {
            digests.put(city.path("city").asString(), city.path("digest").asString());
        }
        return digests;
    }
}
