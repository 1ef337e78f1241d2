package org.silofri.node.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Judged;
import org.silofri.catalogue.log.Verdict;
import org.silofri.node.ForgedLog;
import org.silofri.node.MemberClient;
import org.silofri.node.cli.demo.process.DemoNode;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSettings;
import tools.jackson.databind.JsonNode;

/**
 * F3, F5: events beyond a hole wait in memory, acknowledged to the broker. Killed with them, hub
 * and reader get them from the logs (ADR 0036).
 */
class KilledWhileWaitingIT {

    private static final DemoNode HUB = DemoNode.COORDINATOR;
    private static final DemoNode COPENHAGEN = ProcessNetwork.node("copenhagen");
    private static final DemoNode STAVANGER = ProcessNetwork.node("stavanger");
    private static final CityId CITY = new CityId("stavanger");
    private static final int EVENTS = 10;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path root;

    @Test
    void whatWaitedForAHoleComesFromTheLogs() throws Exception {
        try (ProcessNetwork network = new ProcessNetwork(root)) {
            network.start(List.of(COPENHAGEN));
            network.admit(STAVANGER);
            await().atMost(SOON).until(() -> knows(network, HUB) && knows(network, COPENHAGEN));
            List<SignedEvent> log = log(network);

            sendAllButTheFirst(network, log);
            for (DemoNode node : List.of(HUB, COPENHAGEN)) {
                await().atMost(SOON).until(() -> waiting(network, node) == EVENTS - 1);
                assertThat(queued(network, node)).as("left with the broker").isZero();
                assertThat(held(network, node)).as("stored").isZero();
            }
            network.kill(HUB);
            network.kill(COPENHAGEN);
            network.restartAll(List.of(HUB, COPENHAGEN));
            assertThat(waiting(network, HUB)).isZero();
            assertThat(waiting(network, COPENHAGEN)).isZero();
            assertThat(queued(network, COPENHAGEN)).isZero();

            startTheAuthor(network, log);

            await().atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(held(network, HUB)).isEqualTo(EVENTS);
                        assertThat(held(network, COPENHAGEN)).isEqualTo(EVENTS);
                    });
            network.awaitEqual(List.of(HUB, COPENHAGEN, STAVANGER), SOON);
        }
    }

    private static List<SignedEvent> log(ProcessNetwork network) {
        NodeSettings settings =
                new NodeSettings(
                        CITY.value(),
                        network.data(STAVANGER),
                        URI.create(network.url(STAVANGER)),
                        network.data(STAVANGER).resolve("state"));
        BaseIri base = new BaseIri(network.url(STAVANGER));
        ForgedLog log = new ForgedLog(CITY, base, NodeIdentity.load(settings).signer(CITY));
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(log.sound("e" + i));
        }
        return events;
    }

    private static void sendAllButTheFirst(ProcessNetwork network, List<SignedEvent> log)
            throws IOException {
        HubLogin login = HubLogin.load(network.data(STAVANGER)).orElseThrow();
        BaseIri base = new BaseIri(network.url(STAVANGER));
        try (MemberClient client = new MemberClient(network.hubPort(), login)) {
            for (SignedEvent event : log.subList(1, log.size())) {
                assertThat(client.send(event, base, Map.of())).isInstanceOf(Accepted.class);
            }
        }
    }

    /** Its broker has sent everything long ago, so that nothing comes over the bus again. */
    private static void startTheAuthor(ProcessNetwork network, List<SignedEvent> events) {
        try (EventLog log = EventLog.open(network.data(STAVANGER).resolve("log.db"))) {
            log.storeAll(
                    events.stream()
                            .map(event -> new Judged(event, new Verdict.Accepted()))
                            .toList());
            log.values().put("bus", "sent." + CITY, events.getLast().position().toString());
        }
        network.restart(STAVANGER);
    }

    private static boolean knows(ProcessNetwork network, DemoNode node) throws Exception {
        return !city(network, node).isMissingNode();
    }

    private static long held(ProcessNetwork network, DemoNode node) throws Exception {
        return city(network, node).path("seq").asLong(0);
    }

    private static JsonNode city(ProcessNetwork network, DemoNode node) throws Exception {
        JsonNode all = ProcessNetwork.JSON.readTree(network.get(node, "/api/network").body());
        for (JsonNode city : all.path("cities")) {
            if (city.path("city").asString("").equals(CITY.value())) {
                return city;
            }
        }
        return all.path("none");
    }

    private static long waiting(ProcessNetwork network, DemoNode node) throws Exception {
        return details(network, node, "repair").path("waiting").path(CITY.value()).asLong(0);
    }

    private static long queued(ProcessNetwork network, DemoNode node) throws Exception {
        String inbox = node.equals(HUB) ? "sub.coordinator" : "inbox";
        return details(network, node, "bus").path("queues").path(inbox).asLong(-1);
    }

    private static JsonNode details(ProcessNetwork network, DemoNode node, String part)
            throws Exception {
        return network.health(node).path("components").path(part).path("details");
    }
}
