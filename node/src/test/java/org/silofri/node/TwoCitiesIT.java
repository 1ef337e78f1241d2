package org.silofri.node;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Head;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.StatementExchange;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;

/** What one city publishes all others have, whatever was away meanwhile (F3, F5, F6). */
class TwoCitiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void whatCopenhagenPublishesIsFoundInStavangerAndIsShared() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen", "stavanger");
                HttpClient http = HttpClient.newHttpClient()) {
            TestNode copenhagen = network.node("copenhagen");
            TestNode stavanger = network.node("stavanger");
            awaitEqualLogs(network.nodes());
            String token =
                    copenhagen
                            .bean(TokenStore.class)
                            .issue(Role.PUBLISHER, copenhagen.city(), "test", Duration.ofHours(1));
            Stopwatch watch = new Stopwatch();

            HttpResponse<String> answer = http.send(post(copenhagen, token), ofString());

            watch.print("saved in Copenhagen");
            assertThat(answer.statusCode()).isEqualTo(201);
            String entry = answer.headers().firstValue("Location").orElseThrow();
            awaitText(http, stavanger.url("/api/search?lang=nb&q=cyklister"), entry);
            watch.print("found by Stavanger's search");
            awaitText(
                    http,
                    stavanger.url("/sparql?query=" + encode("ASK { <%s> ?p ?o }".formatted(entry))),
                    "true");
            watch.print("in Stavanger's SPARQL");
            awaitText(http, stavanger.url("/entry?iri=" + encode(entry)), "Cyklister");
            watch.print("on Stavanger's entry page");
            await().atMost(PATIENCE)
                    .until(() ->
                            copenhagen
                                    .bean(StatementExchange.class)
                                    .shared(copenhagen.city(), new Position(1, 1)));
            watch.print("shared, as Copenhagen knows");
            awaitEqualDigests(network.nodes());
        }
    }

    private static HttpRequest post(TestNode node, String token) {
        return HttpRequest.newBuilder(node.url("/api/entries"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/turtle")
                .POST(HttpRequest.BodyPublishers.ofString(Samples.turtle("Cyklister venter")))
                .build();
    }

    private static void awaitText(HttpClient http, URI address, String text) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/sparql-results+json, text/turtle, */*;q=0.1")
                        .build();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> http.send(request, ofString()).body().contains(text));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Prints how long after the wish something was seen. */
    private static final class Stopwatch {
        private final long began = System.nanoTime();

        void print(String what) {
            System.out.printf("%6d ms %s%n", (System.nanoTime() - began) / 1_000_000, what);
        }
    }

    @Test
    void aLateJoinerGetsEverythingFromBeforeItCame() {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen")) {
            for (int i = 0; i < 300; i++) {
                publish(network.node("copenhagen"), "Problem " + i);
            }

            TestNode stavanger = network.join("stavanger").start();

            awaitEqualLogs(network.nodes());
            assertThat(stavanger.bean(Members.class).all())
                    .extracting(Member::city)
                    .containsExactly(
                            new CityId("coordinator"),
                            new CityId("copenhagen"),
                            new CityId("stavanger"));
        }
    }

    @Test
    void citiesGoOnWithoutTheHubAndOneIsOffForAWhile() throws IOException {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen", "stavanger")) {
            TestNode hub = network.coordinator();
            TestNode copenhagen = network.node("copenhagen");
            TestNode stavanger = network.node("stavanger");
            publish(copenhagen, "Før");
            awaitEqualLogs(network.nodes());

            hub.stop();
            publish(copenhagen, "Uden hub");
            publish(stavanger, "Uten hub");
            stavanger.stop();
            delete(hub.data().resolve("bus"));
            hub.start();
            publish(copenhagen, "Uden Stavanger");
            stavanger.start();

            awaitEqualDigests(network.nodes());
        }
    }

    @Test
    void aHostedCityPublishesThroughItsHost() {
        try (TestNetwork network = TestNetwork.start(folder, "stavanger")) {
            TestNode hub = network.coordinator();
            CityId bergen = network.host(hub, "bergen");

            EditResult result =
                    hub.bean(IntakeService.class).create(bergen, Samples.problem("Regn"), null);

            assertThat(result).isInstanceOf(EditResult.Saved.class);
            awaitEqualLogs(network.nodes());
            assertThat(network.node("stavanger").bean(Members.class).byCity(bergen))
                    .get()
                    .extracting(member -> member.hostedBy().orElseThrow())
                    .isEqualTo(hub.base());
        }
    }

    @Test
    void aCityRestoredFromAnOldBackupTakesBackWhatPeersHaveAndGoesOn() throws IOException {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen")) {
            TestNode copenhagen = network.node("copenhagen");
            publish(copenhagen, "Før kopien");
            copenhagen.stop();
            copy(copenhagen.data(), folder.resolve("backup"));
            copenhagen.start();
            Position lost = publish(copenhagen, "Efter kopien");
            awaitEqualLogs(network.nodes());
            copenhagen.stop();
            delete(copenhagen.data());
            copy(folder.resolve("backup"), copenhagen.data());

            copenhagen.start();
            Position next = publish(copenhagen, "Efter gendannelsen");

            assertThat(next).isEqualTo(lost.next());
            awaitEqualLogs(network.nodes());
            assertThat(network.coordinator().log().forks().proofs()).isEmpty();
        }
    }

    @Test
    void anOldBackupIsReadOnlyAsLongAsNobodyAnswers() throws IOException {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen")) {
            TestNode copenhagen = network.node("copenhagen");
            copenhagen.stop();
            copy(copenhagen.data(), folder.resolve("backup"));
            copenhagen.start();
            publish(copenhagen, "Efter kopien");
            awaitEqualLogs(network.nodes());
            copenhagen.stop();
            network.coordinator().stop();
            delete(copenhagen.data());
            copy(folder.resolve("backup"), copenhagen.data());

            copenhagen.start();

            assertThat(Samples.publish(copenhagen, "Nej")).isInstanceOf(EditResult.ReadOnly.class);
            network.coordinator().start();
            await().atMost(PATIENCE)
                    .until(() -> Samples.publish(copenhagen, "Ja") instanceof EditResult.Saved);
            awaitEqualDigests(network.nodes());
        }
    }

    @Test
    void aCopyOfANodeOnAnotherMachineDoesNotWriteAlone() throws IOException {
        try (TestNetwork network = TestNetwork.start(folder, "copenhagen")) {
            TestNode copenhagen = network.node("copenhagen");
            copenhagen.stop();
            network.coordinator().stop();
            copenhagen.set("silofri.node.state", folder.resolve("elsewhere"));

            copenhagen.start();

            assertThat(Samples.publish(copenhagen, "Nej")).isInstanceOf(EditResult.ReadOnly.class);
        }
    }

    @Test
    void aNodeThatIsNotAdmittedYetWorksAlone() {
        try (TestNetwork network = TestNetwork.start(folder)) {
            TestNode oslo = network.prepare("oslo", CityProfile.named("Oslo", "nb", "NO")).start();

            Position saved = publish(oslo, "Alene");

            assertThat(saved).isEqualTo(new Position(1, 1));
            network.admit(oslo);
            awaitEqualDigests(network.nodes());
        }
    }

    private static Position publish(TestNode node, String title) {
        EditResult result = Samples.publish(node, title);
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        return ((EditResult.Saved) result).position();
    }

    private static void awaitEqualLogs(List<TestNode> nodes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Map<CityId, Head> first = nodes.getFirst().log().heads();
                    assertThat(first).isNotEmpty();
                    for (TestNode node : nodes) {
                        assertThat(node.log().heads()).isEqualTo(first);
                    }
                });
    }

    /** What all show is the same, read back from the stores. */
    private static void awaitEqualDigests(List<TestNode> nodes) {
        awaitEqualLogs(nodes);
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Map<CityId, String> first = nodes.getFirst().projections().digests();
                    for (TestNode node : nodes) {
                        assertThat(node.projections().digests()).isEqualTo(first);
                    }
                });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
