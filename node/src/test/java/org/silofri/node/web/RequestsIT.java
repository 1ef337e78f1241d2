package org.silofri.node.web;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.intake.EditResult;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;

/** Requests that nobody sends by a click: each gets a clear answer, none a 5xx. */
class RequestsIT {

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/problem/a%20b",
                "/id/problem/%7Bx%7D",
                "/id/no-such-kind/x",
                "/c/No%20City/id/problem/x",
                "/doc/problem/a%20b.ttl"
            })
    void aNameThatCannotBeIsUnknown(String path) throws Exception {
        HttpResponse<String> answer = http.send(at(path).GET().build(), ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/c/No%20City/doc/problem/x, text/html",
        "/c/No%20City/doc/problem/x, text/turtle",
        "/c/X/doc/problem/x, text/html",
        "/c/oslo/doc/problem/x, text/html",
        "/c/oslo/doc/problem/x, text/turtle",
        "/c/oslo/doc/problem/x.ttl, */*",
        "/c/%F0%9F%9A%B2/doc/problem/x, text/html",
        "/c/oslo/id/no-such-kind/x, text/html",
        "/entry?iri=https%3A%2F%2Foslo.example%2Fid%2Fproblem%2Fx, text/html",
        "/entry?iri=no%20iri, text/html",
        "/entry?iri=no%20iri, text/turtle"
    })
    void anEntryOfACityThatIsNotThereIsUnknown(String path, String accept) throws Exception {
        HttpResponse<String> answer =
                http.send(at(path).header("Accept", accept).GET().build(), ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith(accept.equals("text/html") ? "text/html" : "application/problem+json");
    }

    /** A city's name that cannot be must not lead to the node's own entries. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/turtle"})
    void anEntryIsOnlyUnderItsOwnCity(String accept) throws Exception {
        String entry =
                ((EditResult.Saved) Samples.publish(network.coordinator(), "Kun her"))
                        .entry()
                        .value();
        String own = URI.create(entry.replace("/id/", "/doc/")).getPath();
        await().atMost(Duration.ofSeconds(30)).until(() -> status(own, accept) == 200);

        assertThat(status("/c/X" + own, accept)).isEqualTo(404);
        assertThat(status("/c/oslo" + own, accept)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /entry?iri=x                  | text/turtle;q=0 | text/turtle
                    /doc/problem/x                | image/png       | text/turtle
                    /sparql                       | text/turtle;q=0 | text/turtle
                    /sparql?query=ASK%20%7B%7D    | text/csv;q=0    | text/csv
                    /sparql?query=ASK%20%7B%7D    | text/html;q=0   | text/csv
                    """)
    void whoAcceptsNothingOfItIsToldWhatThereIs(String path, String accept, String offered)
            throws Exception {
        HttpResponse<String> answer =
                http.send(at(path).header("Accept", accept).GET().build(), ofString());

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains(offered);
    }

    @Test
    void aBrowserGetsTheQueryPageAndWhoRefusesPagesDoesNot() throws Exception {
        assertThat(status("/sparql?query=ASK%20%7B%7D", "text/html, */*;q=0.8")).isEqualTo(303);
        assertThat(status("/sparql?query=ASK%20%7B%7D", "text/html;q=0, */*;q=0.8")).isEqualTo(200);
        assertThat(status("/sparql?query=ASK%20%7B%7D", "text/csv, text/html;q=0.1"))
                .isEqualTo(200);
    }

    private static int status(String path, String accept)
            throws java.io.IOException, InterruptedException {
        return http.send(at(path).header("Accept", accept).GET().build(), ofString()).statusCode();
    }

    @Test
    void aQueryOfAMegabyteIsRefused() throws Exception {
        HttpRequest request =
                at("/sparql")
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofByteArray(new byte[1 << 20]))
                        .build();

        HttpResponse<String> answer = http.send(request, ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("longer than 65536 bytes");
    }

    @Test
    void aChainOfOperatorsThatNobodyCouldEvaluateIsRefused() throws Exception {
        String chain = "?a" + "+?a".repeat(20_000);
        HttpRequest request =
                at("/sparql")
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString("SELECT (%s AS ?s) { }".formatted(chain)))
                        .build();

        assertThat(http.send(request, ofString()).statusCode()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "{\"reason\": null}", "[]", "{\"reason\": 3}"})
    void aWithdrawalWithoutReasonIsRefused(String body) throws Exception {
        String token =
                network.coordinator()
                        .bean(TokenStore.class)
                        .issue(
                                Role.PUBLISHER,
                                network.coordinator().city(),
                                "test",
                                Duration.ofDays(1));
        HttpRequest request =
                at("/api/entries?iri=" + network.coordinator().base() + "/id/problem/none")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .method("DELETE", BodyPublishers.ofString(body))
                        .build();

        assertThat(http.send(request, ofString()).statusCode()).isEqualTo(400);
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(network.coordinator().url(path))
                .timeout(Duration.ofSeconds(30));
    }
}
