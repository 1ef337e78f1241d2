package org.silofri.node.intake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.connectors.ckan.HarvestItem.Outcome;
import org.silofri.connectors.ckan.HarvestReport;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.intake.Portal.Showcase;
import org.springframework.core.env.Environment;

/** A real node that harvests a portal, on its schedule and when it is told to. */
class HarvestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SOURCE = "silofri.ckan.sources[0].";
    private static final Showcase BIKES =
            new Showcase("bikes", "Ledige bysykler", "2026-02-01T08:00:00.000001");
    private static final Showcase AIR =
            new Showcase("air", "Luftvarsel for skoler", "2026-02-02T08:00:00.000002");

    @TempDir private static Path folder;
    private static final HttpClient http = HttpClient.newHttpClient();
    private static TestNetwork network;
    private TestNode node;
    private Portal portal;

    @BeforeAll
    static void aCoordinator() {
        network = TestNetwork.start(folder);
    }

    @AfterAll
    static void stop() {
        network.close();
        http.close();
    }

    /** Harvests only when told to, unless a test says otherwise. */
    @BeforeEach
    void aPortal() throws IOException {
        portal = new Portal();
        node = network.coordinator();
        node.stop();
        Files.deleteIfExists(node.data().resolve("harvest/nordvik.ckan"));
        node.set("silofri.ckan.first", "1h")
                .set("silofri.ckan.every", "1h")
                .set(SOURCE + "name", "nordvik")
                .set(SOURCE + "portal", portal.url())
                .set(SOURCE + "language", "nb")
                .set(SOURCE + "timeout", "700ms")
                .set(SOURCE + "retries", "1")
                .set(SOURCE + "first-pause", "50ms");
    }

    @AfterEach
    void closeThePortal() {
        portal.close();
    }

    @Test
    void theScheduleBringsAPackageIntoSearchAndSparqlAndThenPublishesNothingAnew() {
        portal.has(BIKES);
        node.set("silofri.ckan.first", "100ms").set("silofri.ckan.every", "200ms").start();

        await().atMost(PATIENCE).until(() -> found("/api/search?lang=nb&q=bysykler", "bikes"));

        String ask =
                "ASK { ?s a <https://w3id.org/silofri/ns#Solution> ; ?p 'Ledige bysykler'@nb }";
        await().atMost(PATIENCE).until(() -> found("/sparql?query=" + encode(ask), "true"));
        long changes = node.log().lastChange();
        int questions = portal.questions();
        await().atMost(PATIENCE).until(() -> portal.questions() > questions + 2);
        assertThat(node.log().lastChange()).isEqualTo(changes);
        assertThat(portal.latestFilter()).contains("metadata_modified:[" + BIKES.modified());
        assertThat(portal.otherRequests()).isZero();
    }

    @Test
    void onlyWhatIsNewIsPublishedAlsoAfterARestart() {
        portal.has(BIKES);
        node.start();
        run();
        node.stop();
        portal.has(BIKES, AIR);
        node.start();

        HarvestReport second = run();

        assertThat(second.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(second.count(Outcome.NEW) + second.count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(portal.latestFilter()).contains("metadata_modified:[" + BIKES.modified());
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("ckan.slow", aResponse().withFixedDelay(1_500).withBody("{}")),
                Arguments.of(
                        "ckan.busy", aResponse().withStatus(429).withHeader("Retry-After", "900")),
                Arguments.of("ckan.server-error", aResponse().withStatus(500)),
                Arguments.of(
                        "ckan.unreachable", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("ckan.unreachable", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("ckan.not-json", aResponse().withBody("<title>Log in</title>")),
                Arguments.of(
                        "ckan.not-json",
                        aResponse().withBody("{\"success\": true, \"result\": {\"resu")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void aPortalInTroubleLeavesTheNodeReadyAndTheNextHarvestGoesOn(
            String reason, ResponseDefinitionBuilder trouble) {
        Showcase unseen = new Showcase("x" + System.nanoTime(), "Sykkelhotell", BIKES.modified());
        portal.answers(trouble);
        node.start();
        await().atMost(PATIENCE).until(() -> readiness() == 200);

        HarvestReport broken = run();

        assertThat(broken.brokenOff())
                .get()
                .extracting(why -> why.reason().key())
                .isEqualTo(reason);
        assertThat(node.bean(Harvests.class).last().getFirst().report()).isEqualTo(broken);
        assertThat(readiness()).isEqualTo(200);
        assertThat(Samples.publish(node, "Uforstyrret")).isInstanceOf(EditResult.Saved.class);
        portal.has(unseen);
        assertThat(run().count(Outcome.NEW)).isEqualTo(1);
    }

    @Test
    void aPortalThatAsksForPatienceIsAskedAgainAfterIt() {
        portal.answersOnce(aResponse().withStatus(429).withHeader("Retry-After", "1"), BIKES);
        node.start();
        long began = System.nanoTime();

        HarvestReport report = run();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(990));
        assertThat(report.brokenOff()).isEmpty();
        assertThat(report.items()).hasSize(1);
    }

    @Test
    void aSlowPortalOnTheScheduleHoldsUpNothingElseOfTheNode() throws IOException {
        Path marker = folder.resolve("state");
        portal.answers(aResponse().withFixedDelay(60_000));
        node.set("silofri.ckan.first", "1ms").set(SOURCE + "timeout", "60s").start();
        await().atMost(PATIENCE).until(() -> portal.questions() > 0);
        String before = texts(marker);

        assertThat(Samples.publish(node, "Imens")).isInstanceOf(EditResult.Saved.class);

        await().atMost(PATIENCE).until(() -> !texts(marker).equals(before));
    }

    @Test
    void aRedirectToAnotherHostIsRefused() {
        portal.answers(
                aResponse()
                        .withStatus(302)
                        .withHeader("Location", portal.otherHost() + Portal.SEARCH));
        node.start();

        HarvestReport report = run();

        assertThat(report.brokenOff()).get().asString().contains("redirects to", "not followed");
        assertThat(portal.otherRequests()).isZero();
    }

    @Test
    void aStopBreaksOffAHarvestThatWaits() {
        portal.answers(aResponse().withStatus(429).withHeader("Retry-After", "200"));
        node.set("silofri.ckan.first", "1ms").start();
        await().atMost(PATIENCE).until(() -> portal.questions() > 0);
        long began = System.nanoTime();

        node.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aSourceThatIsOfNoUseIsToldAtTheStart() {
        node.set(SOURCE + "mapping", folder.resolve("none.rq"));
        assertThatThrownBy(node::start)
                .rootCause()
                .hasMessageContainingAll("none.rq", "cannot be read", "silofri.ckan.sources");
        node.set(SOURCE + "mapping", select());
        assertThatThrownBy(node::start)
                .rootCause()
                .hasMessageContainingAll("nordvik", "CONSTRUCT", "silofri.ckan.sources");
        node.unset(SOURCE + "mapping").set(SOURCE + "city", "bergen");
        assertThatThrownBy(node::start)
                .rootCause()
                .hasMessageContainingAll("is for bergen", "writes for [coordinator]");
        node.unset(SOURCE + "city");
    }

    private static Path select() {
        try {
            return Files.writeString(folder.resolve("select.rq"), "SELECT * { ?s ?p ?o }");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HarvestReport run() {
        return node.bean(Harvests.class).run(false, false).getFirst();
    }

    private boolean found(String path, String text) {
        return get(node.url(path)).body().contains(text);
    }

    private int readiness() {
        String port = node.bean(Environment.class).getRequiredProperty("local.management.port");
        return get(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .statusCode();
    }

    private static java.net.http.HttpResponse<String> get(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Accept", "application/sparql-results+json, */*;q=0.1")
                            .build();
            return http.send(request, ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String texts(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
