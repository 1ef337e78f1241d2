package org.silofri.node.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Head;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.springframework.util.FileSystemUtils;

/** The hub is put back to an old backup (F8). Whole nodes; the tests share and continue them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldBackupIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode hub;
    private static TestNode copenhagen;

    @BeforeAll
    static void startsANetwork() {
        network = TestNetwork.start(folder, "copenhagen");
        hub = network.coordinator();
        copenhagen = network.node("copenhagen");
    }

    @AfterAll
    static void stopsIt() {
        network.close();
    }

    @Test
    @Order(1)
    void theHubGetsItsLogBackFromACityWithoutFeedBeforeItWrites() throws IOException {
        backUp();
        Samples.publish(hub, "Et");
        Samples.publish(hub, "To");
        awaitSame();
        Position last = head(hub);

        putBack();

        awaitOpen();
        assertThat(head(hub)).isEqualTo(last);
        Samples.publish(hub, "Tre");
        assertThat(head(hub)).isEqualTo(last.next());
        awaitSame();
        assertThat(copenhagen.log().forks().proofs()).isEmpty();
    }

    @Test
    @Order(2)
    void theHubWaitsForAllNodesBeforeItTakesTheEndOfItsLogForLost() throws IOException {
        backUp();
        copenhagen.stop();
        Samples.publish(hub, "Fire");

        putBack();

        await().during(Duration.ofSeconds(3)).atMost(SOON).until(OldBackupIT::isReadOnly);
        copenhagen.start();
        awaitOpen();
        assertThat(head(hub).epoch()).isEqualTo(2);
        Samples.publish(hub, "Fem");
        awaitSame();
        assertThat(copenhagen.log().forks().proofs()).isEmpty();
    }

    private static void backUp() throws IOException {
        hub.stop();
        FileSystemUtils.deleteRecursively(folder.resolve("backup"));
        FileSystemUtils.copyRecursively(hub.data(), folder.resolve("backup"));
        hub.start();
        awaitOpen();
    }

    private static void putBack() throws IOException {
        hub.stop();
        FileSystemUtils.deleteRecursively(hub.data());
        FileSystemUtils.copyRecursively(folder.resolve("backup"), hub.data());
        hub.start();
    }

    private static boolean isReadOnly() {
        return hub.bean(LogService.class).fence().state() instanceof WriteFence.State.ReadOnly;
    }

    private static void awaitOpen() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(hub.bean(LogService.class).fence().state())
                                .isInstanceOf(WriteFence.State.Open.class));
    }

    private static void awaitSame() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(copenhagen.log().head(hub.city()).map(Head::hash))
                                .isEqualTo(hub.log().head(hub.city()).map(Head::hash)));
    }

    private static Position head(TestNode node) {
        return node.log().head(hub.city()).orElseThrow().position();
    }
}
