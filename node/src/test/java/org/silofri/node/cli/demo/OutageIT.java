package org.silofri.node.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.cli.demo.process.DemoNode;

/**
 * The hub is killed and loses its bus data, one city loses its own, another is away meanwhile, a
 * fourth joins at the end. Cities go on alone, and afterwards all nodes are equal without anybody's
 * help (F3, F5, F8).
 */
class OutageIT {

    private static final DemoNode HUB = DemoNode.COORDINATOR;
    private static final DemoNode COPENHAGEN = ProcessNetwork.node("copenhagen");
    private static final DemoNode STAVANGER = ProcessNetwork.node("stavanger");
    private static final DemoNode HELSINKI = ProcessNetwork.node("helsinki");
    private static final Duration FAST = Duration.ofSeconds(5);

    /** The first own event after a start waits for peers that do not answer (F8, ADR 0060). */
    private static final Duration FENCE = Duration.ofSeconds(10);

    private static final String MINE =
            "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT (COUNT(%s) AS ?n) {"
                    + " ?s dcterms:title ?t FILTER(STRSTARTS(STR(?t), 'outage ')) }";

    private final long begin = System.nanoTime();
    private final Map<DemoNode, List<String>> acknowledged = new HashMap<>();
    private final Set<DemoNode> started = new HashSet<>();

    @TempDir private Path root;

    @Test
    void citiesGoOnAloneAndAreEqualAfterwardsWithoutHelp()
            throws IOException, InterruptedException {
        try (ProcessNetwork network = new ProcessNetwork(root)) {
            network.start(List.of());
            network.admit(COPENHAGEN);
            network.admit(STAVANGER);
            network.restartAll(List.of(COPENHAGEN, STAVANGER));
            publish(network, COPENHAGEN, 3);
            publish(network, STAVANGER, 3);
            network.awaitEqual(List.of(HUB, COPENHAGEN, STAVANGER), Duration.ofSeconds(30));
            tell("three nodes are up and equal");

            citiesGoOnAlone(network);
            cityIsAway(network);

            everyoneComesBack(network);
            assertAllHaveAllOnce(network);
        }
    }

    private void citiesGoOnAlone(ProcessNetwork network) throws IOException, InterruptedException {
        network.kill(HUB);
        network.wipe(HUB, "bus");
        network.kill(STAVANGER);
        network.wipe(STAVANGER, "bus");
        publish(network, COPENHAGEN, 20);
        network.restart(STAVANGER);
        started.add(STAVANGER);
        tell("a city has started again without hub and without its bus data");
        publish(network, STAVANGER, 10);
        assertAnswers(network, COPENHAGEN);
        assertAnswers(network, STAVANGER);
        tell("both cities publish and answer while the hub is away");
    }

    private void cityIsAway(ProcessNetwork network) throws IOException, InterruptedException {
        network.kill(COPENHAGEN);
        publish(network, STAVANGER, 3);
        network.restart(HUB);
        started.add(HUB);
        publish(network, STAVANGER, 3);
        publish(network, HUB, 2);
        network.awaitEqual(List.of(HUB, STAVANGER), Duration.ofSeconds(40));
        tell("hub is back without its bus data, equal with the city that is there");
    }

    private void everyoneComesBack(ProcessNetwork network)
            throws IOException, InterruptedException {
        network.admit(HELSINKI);
        network.restartAll(List.of(COPENHAGEN, HELSINKI));
        tell("the city that was away is back, another has joined");
        publish(network, HELSINKI, 2);
        publish(network, COPENHAGEN, 1);
        network.awaitEqual(DemoNode.ALL, Duration.ofSeconds(60));
        tell("all four are equal");
    }

    /** One after the other; each must be acknowledged at the first try, and soon. */
    private void publish(ProcessNetwork network, DemoNode city, int entries)
            throws IOException, InterruptedException {
        List<String> mine = acknowledged.computeIfAbsent(city, c -> new ArrayList<>());
        if (started.remove(city)) {
            Duration first = publishOne(network, city, mine);
            assertThat(first).as("first publish after a start").isLessThan(FENCE.plus(FAST));
        }
        Duration longest = Duration.ZERO;
        for (int i = 0; i < entries; i++) {
            Duration one = publishOne(network, city, mine);
            longest = one.compareTo(longest) > 0 ? one : longest;
        }
        tell(
                "%s saved %d, the slowest in %d ms"
                        .formatted(city.name(), entries, longest.toMillis()));
        assertThat(longest).as("slowest publish").isLessThan(FAST);
    }

    private static Duration publishOne(ProcessNetwork network, DemoNode city, List<String> mine)
            throws IOException, InterruptedException {
        String title = "outage %s %d".formatted(city.name(), mine.size());
        long from = System.nanoTime();
        HttpResponse<String> answer = network.send(network.publish(city, title, title));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        mine.add(answer.headers().firstValue("Location").orElseThrow());
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void assertAnswers(ProcessNetwork network, DemoNode city)
            throws IOException, InterruptedException {
        List<String> mine = acknowledged.getOrDefault(city, List.of());
        await().atMost(FAST)
                .untilAsserted(() -> {
                    HttpResponse<String> found =
                            network.get(city, "/api/search?q=outage&city=" + city.name());
                    assertThat(ProcessNetwork.JSON.readTree(found.body()).path("total").asInt())
                            .isEqualTo(mine.size());
                });
        for (String page : List.of("/", "/network", "/search?q=outage")) {
            assertThat(network.get(city, page).statusCode()).as(page).isEqualTo(200);
        }
        String document = mine.getLast().replace("/id/", "/doc/");
        assertThat(network.get(city, document).body())
                .contains("outage %s %d".formatted(city.name(), mine.size() - 1));
    }

    private void assertAllHaveAllOnce(ProcessNetwork network) {
        long all = acknowledged.values().stream().mapToLong(List::size).sum();
        for (DemoNode node : DemoNode.ALL) {
            assertThat(network.count(node, MINE.formatted("*")))
                    .as("entries at " + node.name())
                    .isEqualTo(all);
            assertThat(network.count(node, MINE.formatted("DISTINCT ?t")))
                    .as("different titles at " + node.name())
                    .isEqualTo(all);
        }
        tell("all %d acknowledged entries are on all nodes once".formatted(all));
    }

    private void tell(String what) {
        System.out.printf("outage: %5.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
    }
}
