package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.replication.StatementExchange;

/** Whole nodes; starting them is dear, so the tests share them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveDeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode copenhagen;
    private static TestNode stavanger;

    @BeforeAll
    static void startsANetwork() {
        network = TestNetwork.start(folder, "copenhagen", "stavanger");
        copenhagen = network.node("copenhagen");
        stavanger = network.node("stavanger");
    }

    @AfterAll
    static void stopsIt() {
        network.close();
    }

    @Test
    @Order(1)
    void isReadyAtAllNodesAndLinkedToTheHub() {
        awaitLinked();
    }

    private static void awaitLinked() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(network.nodes())
                            .allMatch(node -> node.bean(Bus.class).health().ready());
                    assertThat(copenhagen.bean(Bus.class).health().hub())
                            .isInstanceOf(BusHealth.HubLink.Up.class);
                    assertThat(network.coordinator().bean(Bus.class).health().hub())
                            .isInstanceOf(BusHealth.HubLink.Here.class);
                });
    }

    @Test
    @Order(2)
    void bringsAnEventAndItsReceiptOverTheBus() {
        long before = stavanger.bean(Bus.class).health().received();

        Samples.publish(copenhagen, "Cyklister venter for længe");

        awaitSame(stavanger, copenhagen);
        await().atMost(SOON).until(() -> stavanger.bean(Bus.class).health().received() > before);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        copenhagen
                                                .bean(StatementExchange.class)
                                                .receipts(copenhagen.city()))
                                .containsKey(stavanger.city()));
        assertThat(stavanger.log().quarantine().of(copenhagen.city(), 10)).isEmpty();
    }

    @Test
    @Order(3)
    void needsNoHelpAfterItsBusDataWereDeleted() throws IOException {
        for (TestNode node : List.of(network.coordinator(), stavanger)) {
            node.stop();
            delete(node.data().resolve("bus"));
            node.start();
        }
        awaitLinked();
        long before = stavanger.bean(Bus.class).health().received();

        Samples.publish(copenhagen, "Regnvand i kældrene");

        awaitSame(stavanger, copenhagen);
        await().atMost(SOON).until(() -> stavanger.bean(Bus.class).health().received() > before);
    }

    @Test
    @Order(4)
    void connectsWithoutARestartWhenTheNodeGetsItsLoginLater() throws IOException {
        TestNode helsinki = network.join("helsinki");
        HubLogin login = HubLogin.load(helsinki.data()).orElseThrow();
        Files.delete(helsinki.data().resolve("keys").resolve("hub-login.json"));
        helsinki.start();
        await().atMost(SOON)
                .until(() ->
                        helsinki.bean(Bus.class).health().hub()
                                instanceof BusHealth.HubLink.NotAdmitted);

        login.store(helsinki.data());

        await().atMost(SOON)
                .until(() ->
                        helsinki.bean(Bus.class).health().hub() instanceof BusHealth.HubLink.Up);
    }

    @Test
    @Order(5)
    void sendsForACityThatIsHostedFromNowOnWithoutARestartOfTheHub() {
        TestNode coordinator = network.coordinator();
        BusHealth.HubLink before = copenhagen.bean(Bus.class).health().hub();
        CityId oslo = network.host(coordinator, "oslo");

        coordinator.bean(IntakeService.class).create(oslo, Samples.problem("Støj om natten"), null);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(stavanger.log().head(oslo))
                                .isPresent()
                                .isEqualTo(coordinator.log().head(oslo)));
        assertThat(copenhagen.bean(Bus.class).health().hub()).isEqualTo(before);
    }

    private static void awaitSame(TestNode reader, TestNode author) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(reader.log().head(author.city()))
                                .isEqualTo(author.log().head(author.city())));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
