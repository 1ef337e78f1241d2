package org.silofri.node.replication.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.StatementExchange;

/** Repair between whole nodes, with one of them in the hands of the test. */
class RepairIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode hub;

    @BeforeAll
    static void aHub() {
        network = TestNetwork.start(folder);
        hub = network.coordinator();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void aStartCheckThatFailsIsTriedAgain() {
        TestNode node = network.prepare("tromso", CityProfile.named("Tromsø", "nb", "NO"));
        AtomicInteger calls = new AtomicInteger();
        InstantSource faulty =
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no time");
                    }
                    return Instant.now();
                };
        NodeIdentity identity = NodeIdentity.load(node.nodeSettings());
        try (LogService logs = LogService.open(identity, event -> {});
                RepairService repair = repair(identity, logs, faulty)) {
            assertThat(logs.fence().state()).isEqualTo(new WriteFence.State.Checking());

            repair.begin();

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(logs.fence().state())
                                    .isEqualTo(new WriteFence.State.Open()));
            assertThat(repair.state().alive()).isTrue();
            assertThat(calls).hasValueGreaterThan(1);
        }
    }

    private static RepairService repair(
            NodeIdentity identity, LogService logs, InstantSource clock) {
        Duration second = Duration.ofSeconds(1);
        return new RepairService(
                identity,
                logs,
                hub.bean(Members.class),
                hub.bean(ReplicationService.class),
                hub.bean(StatementExchange.class),
                new ReplicationSettings(second, second, second.multipliedBy(2), second, second, 2),
                clock);
    }
}
