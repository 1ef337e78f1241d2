package org.silofri.node.status;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.log.FullDisk;
import org.silofri.catalogue.log.LogUnavailable;
import org.silofri.node.Samples;
import org.silofri.node.SilofriNode;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.bus.Bus;
import org.silofri.node.intake.EditResult;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readiness tells each fault of a real node with its reason, and its end without a restart. */
@ExtendWith(OutputCaptureExtension.class)
class ReadinessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestNetwork network;
    private TestNode node;

    /** What readiness answers. */
    private record Answer(int status, JsonNode parts) {

        boolean up(String part) {
            return parts.path(part).path("status").asString("").equals("UP");
        }

        String reason(String part) {
            return parts.path(part).path("details").toString();
        }
    }

    @BeforeEach
    void aNodeThatIsReady() {
        network =
                TestNetwork.start(
                        folder,
                        Map.of(
                                "silofri.status.longest-stall", "1s",
                                "silofri.status.disk-every", "300ms"));
        node = network.coordinator();
        await().atMost(PATIENCE).until(() -> readiness().status() == 200);
    }

    @AfterEach
    void stop() {
        network.close();
        http.close();
    }

    @Test
    void aBrokerThatDiesIsToldWhileThePagesAnswerAndComesBackByItself() throws Exception {
        Path bus = node.data().resolve("bus");
        Files.move(bus, bus.resolveSibling("bus.away"));
        Files.createFile(bus);

        kill(node.bean(Bus.class));

        awaitDown("bus", "does not start in " + bus);
        assertThat(get(node.url("/search")).statusCode()).isEqualTo(200);
        assertThat(Samples.publish(node, "Uden bus")).isInstanceOf(EditResult.Saved.class);
        Files.delete(bus);
        awaitReady();
    }

    @Test
    void aBrokerThatCannotStartIsToldWhileThePagesAnswer() throws Exception {
        node.stop();
        Path bus = node.data().resolve("bus");
        Files.move(bus, bus.resolveSibling("bus.away"));
        Files.createFile(bus);

        node.start();

        awaitDown("bus", "does not start in " + bus);
        assertThat(get(node.url("/")).statusCode()).isEqualTo(200);
        Files.delete(bus);
        awaitReady();
    }

    @Test
    void aLogThatAnotherProgramLocksIsToldThoughNobodyWrites() throws SQLException {
        String file = "jdbc:sqlite:" + node.data().resolve("log.db");
        try (Connection other = DriverManager.getConnection(file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            awaitDown("log", "BUSY", "end the other program that has log.db open");
            statement.execute("ROLLBACK");
        }

        awaitReady();
    }

    @Test
    void aFullDiskIsToldAndTheNodeIsReadyAgainWhenThereIsRoomThoughNobodyWrites() {
        FullDisk.begin(node.log());

        publishUntilNothingFits();

        awaitDown("log", "DISK_FULL", "make room on the disk");
        assertThat(get(node.url("/search")).statusCode()).isEqualTo(200);
        FullDisk.end(node.log());
        awaitReady();
        assertThat(Samples.publish(node, "Plads igen")).isInstanceOf(EditResult.Saved.class);
    }

    @Test
    void aFullDiskIsToldToThoseWhoWrite() throws Exception {
        String token =
                node.bean(TokenStore.class)
                        .issue(Role.PUBLISHER, node.city(), "test", Duration.ofDays(1));
        FullDisk.begin(node.log());
        publishUntilNothingFits();

        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(node.url("/api/entries"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/turtle")
                                .POST(BodyPublishers.ofString(Samples.turtle("Endnu en")))
                                .build(),
                        ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("detail").asString())
                .contains("silofri status");
        FullDisk.end(node.log());
    }

    @Test
    void aProjectionThatStandsStillIsToldByNameAndCatchesUp() throws InterruptedException {
        ReentrantLock writing = field(node.projections().graph(), "writing", ReentrantLock.class);
        writing.lock();
        try {
            Samples.publish(node, "Venter");

            awaitDown("projection", "\"graph\":\"behind 1", "\"search\":\"behind 0");
        } finally {
            writing.unlock();
        }

        awaitReady();
    }

    @Test
    void aProjectionThatFailsIsToldWithItsReasonAndIsMendedByARebuild() {
        AutoCloseable writer =
                field(
                        field(node.projections().index(), "current", Object.class),
                        "writer",
                        AutoCloseable.class);
        closeAsABrokenDiskDoes(writer);

        Samples.publish(node, "Uden indeks");

        awaitDown("projection", "\"search\":\"fails: ", "silofri rebuild", "\"graph\":\"behind 0");
        node.projections().rebuildSearch();
        awaitReady();
        assertThat(get(node.url("/api/search?q=indeks")).body()).contains("Uden indeks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "index"})
    void whatIsDerivedAndCannotBeOpenedIsToldAtTheStartAndBuiltAnew(String part) throws Exception {
        Samples.publish(node, "Kan bygges igen");
        node.stop();
        Path folder = node.data().resolve(part);
        Files.move(folder, folder.resolveSibling("away"));
        Files.createFile(folder);

        assertThatThrownBy(node::start)
                .hasStackTraceContaining(folder + " cannot be opened")
                .hasStackTraceContaining("it is built anew from the logs");

        Files.delete(folder);
        node.start();
        awaitReady();
        await().atMost(PATIENCE)
                .until(() ->
                        get(node.url("/api/search?q=bygges")).body().contains("Kan bygges igen"));
    }

    @Test
    void aLogThatCannotBeOpenedIsToldAtTheStart() throws Exception {
        Path file = node.data().resolve("log.db");

        assertThatThrownBy(() ->
                        new SpringApplicationBuilder(SilofriNode.class)
                                .run(
                                        "--silofri.node.name=coordinator",
                                        "--silofri.node.data=" + node.data(),
                                        "--silofri.node.url=" + node.url(),
                                        "--silofri.node.state=" + folder.resolve("state"),
                                        "--server.port=0",
                                        "--management.server.port=0"))
                .hasStackTraceContaining(file + " cannot be opened");
    }

    @Test
    void aDiskThatRunsLowIsWarnedOfAndTheNodeStaysReady(CapturedOutput output) {
        node.stop();
        node.set("silofri.status.least-disk", "1000TB").start();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(output)
                                .contains("disk is nearly full; free some space", "usableMiB="));
        assertThat(health("").parts().path("disk").path("status").asString()).isEqualTo("LOW");
        assertThat(health("").parts().path("disk").path("details").path("usableMiB").asLong())
                .isPositive();
        awaitReady();
    }

    private void publishUntilNothingFits() {
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                Samples.publish(node, "Endnu en");
                            }
                        })
                .isInstanceOf(LogUnavailable.class);
    }

    /** As when the JVM refuses it a buffer: it ends, and nobody told the node. */
    private static void kill(Bus bus) throws Exception {
        Object running = field(bus, "running", CompletableFuture.class).join();
        Object broker = field(running, "broker", Object.class);
        field(broker, "server", ActiveMQServer.class).stop();
    }

    private static void closeAsABrokenDiskDoes(AutoCloseable writer) {
        ReflectionTestUtils.invokeMethod(writer, "rollback");
    }

    private static <T> T field(Object owner, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(ReflectionTestUtils.getField(owner, name), name));
    }

    private void awaitDown(String part, String... reasons) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    Answer answer = readiness();
                    assertThat(answer.up(part)).as("%s", answer).isFalse();
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.reason(part)).contains(reasons);
                });
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Answer answer = readiness();
                    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
                });
    }

    private Answer readiness() {
        return health("/readiness");
    }

    private Answer health(String group) {
        String port = node.bean(Environment.class).getRequiredProperty("local.management.port");
        HttpResponse<String> answer =
                get(URI.create("http://localhost:" + port + "/actuator/health" + group));
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()).path("components"));
    }

    private HttpResponse<String> get(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
