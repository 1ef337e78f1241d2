package org.silofri.node.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.cli.demo.process.DemoNode;

/**
 * Kills nodes and the hub with kill -9 while cities publish. Rounds by {@code -Dstorm.rounds} (5),
 * repeatable choices by {@code -Dstorm.seed}.
 */
class StormIT {

    private static final List<DemoNode> NODES =
            List.of(
                    DemoNode.COORDINATOR,
                    ProcessNetwork.node("copenhagen"),
                    ProcessNetwork.node("stavanger"));
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final String MINE =
            "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT (COUNT(%s) AS ?n) {"
                    + " ?s dcterms:title ?t FILTER(STRSTARTS(STR(?t), 'storm ')) }";

    private final int rounds = Integer.getInteger("storm.rounds", 5);
    private final long seed = Long.getLong("storm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean calm;

    @TempDir private Path root;

    @Test
    void losesNothingAcknowledgedAndRepeatsNothing() throws InterruptedException {
        System.out.printf("storm: %d rounds, seed %d%n", rounds, seed);
        try (ProcessNetwork network = new ProcessNetwork(root);
                ExecutorService cities = Executors.newVirtualThreadPerTaskExecutor()) {
            network.start(NODES.subList(1, NODES.size()));
            NODES.subList(1, NODES.size())
                    .forEach(city -> cities.execute(() -> publishUntilCalm(network, city)));
            for (int round = 1; round <= rounds; round++) {
                storm(network, round);
            }
            calm = true;
            cities.shutdown();
            assertThat(cities.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            network.awaitEqual(NODES, Duration.ofMinutes(3));
            for (DemoNode node : NODES) {
                assertThat(network.count(node, MINE.formatted("*")))
                        .as("entries at " + node.name() + ", seed " + seed)
                        .isEqualTo(acknowledged.get());
                assertThat(network.count(node, MINE.formatted("DISTINCT ?t")))
                        .as("different titles at " + node.name() + ", seed " + seed)
                        .isEqualTo(acknowledged.get());
            }
            System.out.printf(
                    "storm: %d acknowledged, all on all nodes once, digests equal%n",
                    acknowledged.get());
        }
    }

    private void storm(ProcessNetwork network, int round) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(2_500)));
        List<DemoNode> victims = new ArrayList<>(NODES);
        Collections.shuffle(victims, random);
        victims = victims.subList(0, 1 + (random.nextInt(3) == 0 ? 1 : 0));
        System.out.printf(
                "storm: round %d, kill -9 of %s after %d acknowledged%n",
                round, victims.stream().map(DemoNode::name).toList(), acknowledged.get());
        victims.forEach(network::kill);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500)));
        victims.forEach(network::restart);
    }

    /** Publishes one after the other; what is not acknowledged is repeated with the same key. */
    private void publishUntilCalm(ProcessNetwork network, DemoNode city) {
        for (int i = 0; !calm; i++) {
            String title = "storm %s %d".formatted(city.name(), i);
            while (!acknowledged(network, city, title)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            acknowledged.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean acknowledged(ProcessNetwork network, DemoNode city, String title) {
        try {
            HttpResponse<String> answer = network.send(network.publish(city, title, title));
            return answer.statusCode() == 201 || answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
