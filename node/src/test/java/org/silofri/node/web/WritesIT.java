package org.silofri.node.web;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers to those who write, in a network of two nodes. */
class WritesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;
    private static String token;

    @BeforeAll
    static void twoNodes() {
        network = TestNetwork.start(folder, "copenhagen");
        http = HttpClient.newHttpClient();
        token =
                copenhagen()
                        .bean(TokenStore.class)
                        .issue(Role.PUBLISHER, copenhagen().city(), "test", Duration.ofDays(1));
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    private static TestNode copenhagen() {
        return network.node("copenhagen");
    }

    @Test
    void anEntryIsSavedFirstAndThenShared() throws Exception {
        HttpResponse<String> created = post(Samples.turtle("Cykler"), "shared-1");
        JsonNode saved = json(created);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(saved.path("otherNodes").asInt()).isEqualTo(1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode again = json(put(location(created), "*", "Cykler"));
                    assertThat(again.path("state").asString()).isEqualTo("shared");
                    assertThat(again.path("sharedWith").toString()).isEqualTo("[\"coordinator\"]");
                    assertThat(again.path("changed").asBoolean()).isFalse();
                    assertThat(again.path("position")).isEqualTo(saved.path("position"));
                });
    }

    @Test
    void anEntryIsSavedOnlyAsLongAsTheOthersAreAway() throws Exception {
        network.coordinator().stop();
        try {
            JsonNode saved = json(post(Samples.turtle("Alene"), "alone-1"));

            assertThat(saved.path("state").asString()).isEqualTo("saved");
            assertThat(saved.path("sharedWith").isEmpty()).isTrue();
            assertThat(saved.path("position").asString()).matches("1:[0-9]+");
        } finally {
            network.coordinator().start();
        }
    }

    @Test
    void aRetryIsAnsweredAsTheFirst() throws Exception {
        HttpResponse<String> first = post(Samples.turtle("Et"), "retry-1");

        HttpResponse<String> again = post(Samples.turtle("Et"), "retry-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(again.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(json(again).path("position")).isEqualTo(json(first).path("position"));
    }

    @Test
    void aRetryAfterAWithdrawalDoesNotReviveTheEntry() throws Exception {
        HttpResponse<String> first = post(Samples.turtle("Bort"), "withdrawn-1");
        assertThat(delete(location(first)).statusCode()).isEqualTo(200);

        HttpResponse<String> again = post(Samples.turtle("Bort"), "withdrawn-1");

        assertThat(location(again)).isEqualTo(location(first));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(location(first))).isEqualTo(410));
    }

    @Test
    void aKeyWithOtherContentIsRefusedWithARemedy() throws Exception {
        HttpResponse<String> first = post(Samples.turtle("Et"), "reused-1");

        HttpResponse<String> other = post(Samples.turtle("Et andet"), "reused-1");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(other).path("detail").asString())
                .contains(location(first))
                .contains("send a new key");
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws Exception {
        assertThat(post(Samples.turtle("Et"), " ").statusCode()).isEqualTo(400);
        assertThat(post(Samples.turtle("Et"), "k".repeat(201)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/turtle                                | text/turtle
                    application/ld+json                        | application/ld+json
                    application/n-triples                      | application/n-triples
                    application/rdf+xml                        | application/rdf+xml
                    application/n-triples, application/json;q=0.5 | application/n-triples
                    """)
    void whatBreaksARuleIsToldAsAShaclReport(String accept, String type) throws Exception {
        HttpResponse<String> answer = refused(accept);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        Graph report =
                RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).toGraph();
        Node conforms = NodeFactory.createURI("http://www.w3.org/ns/shacl#conforms");
        assertThat(
                        report.find(Node.ANY, conforms, NodeFactory.createLiteralByValue(false))
                                .toList())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/problem+json",
                "text/turtle;q=0, */*",
                "text/turtle;q=0.1, application/json",
                "image/png"
            })
    void whatBreaksARuleIsToldAsAProblemToOthers(String accept) throws Exception {
        HttpResponse<String> answer = refused(accept);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(answer).path("violations").isEmpty()).isFalse();
    }

    @Test
    void openApiTellsWhatAWriteIsAnswered() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(copenhagen().url("/v3/api-docs")).build(),
                        ofString());

        JsonNode post = json(answer).at("/paths/~1api~1entries/post");
        assertThat(post.at("/responses").propertyNames()).contains("200", "201", "409", "422");
        assertThat(post.at("/responses/422/content").propertyNames())
                .contains("application/problem+json", "text/turtle", "application/rdf+xml");
        assertThat(json(answer).at("/components/schemas/Written/properties").propertyNames())
                .contains("state", "sharedWith", "otherNodes");
    }

    private static HttpResponse<String> refused(String accept)
            throws IOException, InterruptedException {
        return http.send(
                request(copenhagen().url("/api/entries"))
                        .header("Content-Type", "text/turtle")
                        .header("Accept", accept)
                        .POST(
                                BodyPublishers.ofString(
                                        "<> a <https://w3id.org/silofri/ns#Problem> ."))
                        .build(),
                ofString());
    }

    private static HttpResponse<String> post(String turtle, String key)
            throws IOException, InterruptedException {
        return http.send(
                request(copenhagen().url("/api/entries"))
                        .header("Content-Type", "text/turtle")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(turtle))
                        .build(),
                ofString());
    }

    private static HttpResponse<String> put(String entry, String version, String title)
            throws IOException, InterruptedException {
        return http.send(
                request(entryAddress(entry))
                        .header("Content-Type", "text/turtle")
                        .header("If-Match", version)
                        .PUT(BodyPublishers.ofString(Samples.turtle(title)))
                        .build(),
                ofString());
    }

    private static HttpResponse<String> delete(String entry)
            throws IOException, InterruptedException {
        return http.send(
                request(entryAddress(entry))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .method(
                                "DELETE",
                                BodyPublishers.ofString("{\"reason\": {\"da\": \"Slut\"}}"))
                        .build(),
                ofString());
    }

    private static int status(String entry) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(entry.replace("/id/", "/doc/")))
                                .header("Accept", "text/turtle")
                                .build(),
                        ofString())
                .statusCode();
    }

    private static URI entryAddress(String entry) {
        return copenhagen()
                .url("/api/entries?iri=" + URLEncoder.encode(entry, StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
