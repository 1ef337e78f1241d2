package org.silofri.node.status;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.ForkProof;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.log.LogService;
import org.silofri.node.replication.Source;
import org.silofri.node.replication.StatementExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each state that a city can be in, as the API and the page of the coordinator tell: one city is
 * never heard, one has signed more than has come, one has two histories, one is suspended, and one
 * that the coordinator hosts has used up its quota (F7, F9, F11, F20).
 */
class NetworkStatesIT {

    /** More than the coordinator needs for its members. */
    private static final int QUOTA = 10;

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;

    @BeforeAll
    static void cities() {
        network = TestNetwork.start(folder, Map.of("silofri.intake.events-per-day", QUOTA));
        http = HttpClient.newHttpClient();
        network.join("helsinki");
        beAhead(network.join("stavanger"));
        network.join("copenhagen");
        coordinator()
                .log()
                .forks()
                .add(
                        new ForkProof(
                                new CityId("copenhagen"),
                                new Position(1, 1),
                                "one",
                                "other",
                                Instant.now()));
        network.join("oslo");
        suspend("oslo");
        useUpQuota(network.host(coordinator(), "bergen"));
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    private static TestNode coordinator() {
        return network.coordinator();
    }

    /** The city's node says that it has three events, and is never heard again. */
    private static void beAhead(TestNode city) {
        HeadStatement head =
                new HeadStatement(
                        city.city(), new Position(1, 3), "a".repeat(64), Instant.now(), List.of());
        String jws = NodeIdentity.load(city.nodeSettings()).signer(city.city()).sign(head);
        assertThat(
                        coordinator()
                                .bean(StatementExchange.class)
                                .receive(jws, Source.unasked(Door.PUSH, "test")))
                .isTrue();
    }

    private static void suspend(String city) {
        String entry = coordinator().base().entry(EntryKind.MEMBER, city).value();
        SignedEvent admitted =
                coordinator().log().readAfter(coordinator().city(), Position.START, 1_000).stream()
                        .filter(event -> event.envelope().subject().equals(entry))
                        .findFirst()
                        .orElseThrow();
        byte[] content = Objects.requireNonNull(admitted.payload()).content();
        String suspended =
                new String(content, StandardCharsets.UTF_8).replace("\"active\"", "\"suspended\"");
        coordinator()
                .bean(LogService.class)
                .append(
                        coordinator().city(),
                        new EventDraft(
                                EventType.PUBLISHED,
                                entry,
                                Instant.now(),
                                Envelope.ONTOLOGY_1_0,
                                EventType.PUBLISHED.contentType(),
                                suspended.getBytes(StandardCharsets.UTF_8)));
    }

    private static void useUpQuota(CityId city) {
        IntakeService intake = coordinator().bean(IntakeService.class);
        for (int i = 0; i < QUOTA; i++) {
            assertThat(intake.create(city, Samples.problem("Nr. " + i), null))
                    .isInstanceOf(EditResult.Saved.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, current",
        "helsinki, unreachable",
        "stavanger, behind",
        "copenhagen, frozen",
        "oslo, suspended",
        "bergen, throttled"
    })
    void theApiTellsTheState(String city, String state) throws Exception {
        assertThat(status(city).path("state").asString()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Current, Not reached, Behind, Frozen, Suspended, Throttled",
        "da, Ajour, Uden kontakt, Bagud, Fastfrosset, Suspenderet, Bremset"
    })
    void thePageTellsEachState(
            String language,
            String current,
            String unreachable,
            String behind,
            String frozen,
            String suspended,
            String throttled)
            throws Exception {
        String page = get("/network?lang=" + language, "text/html");

        for (String state : List.of(current, unreachable, behind, frozen, suspended, throttled)) {
            assertThat(page).containsPattern("class=\"state[^\"]*\">" + state + "<");
        }
    }

    @Test
    void theApiTellsHowManyEventsAreMissing() throws Exception {
        assertThat(status("stavanger").path("behind").asLong()).isEqualTo(3);
        assertThat(status("helsinki").path("behind").asLong()).isZero();
    }

    @Test
    void theApiTellsHowLongTheCityHasToWait() throws Exception {
        assertThat(status("bergen").path("throttledSeconds").asLong())
                .isBetween(1L, Duration.ofDays(1).toSeconds());
        assertThat(status("helsinki").path("throttledSeconds").isNull()).isTrue();
    }

    @Test
    void theApiNamesWhoHasTheLastEvent() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    JsonNode bergen = status("bergen");
                    assertThat(bergen.path("receipts").toString()).isEqualTo("[\"coordinator\"]");
                    assertThat(bergen.path("nodes").asInt()).isEqualTo(1);
                });
    }

    private static JsonNode status(String city) throws IOException, InterruptedException {
        JsonNode cities =
                JsonMapper.shared()
                        .readTree(get("/api/network", "application/json"))
                        .path("cities");
        for (JsonNode status : cities) {
            if (status.path("city").asString().equals(city)) {
                return status;
            }
        }
        throw new AssertionError(city + " is missing in " + cities);
    }

    private static String get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(coordinator().url(path)).header("Accept", accept).build();
        return http.send(request, ofString()).body();
    }
}
