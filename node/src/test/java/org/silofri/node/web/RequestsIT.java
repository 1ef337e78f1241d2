package org.silofri.node.web;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.TestNetwork;
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
