package org.silofri.node.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.replication.FeedIndex;

/** The logs on HTTP, as peers and LDES clients see them (WIRE "On HTTP"). */
class FeedIT {

    private static final String PAGE = "/feed/coordinator/1/1";
    private static final String BATCH = "application/cloudevents-batch+json";

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;

    @BeforeAll
    static void aCoordinatorWithItsOwnEntry() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
        TestNode node = network.coordinator();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.log().head(node.city()).isPresent());
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    @Test
    void theIndexTellsWhatIsHeld() throws Exception {
        HttpResponse<byte[]> answer = get("/feed", "application/json", "");

        FeedIndex index = FeedIndex.read(answer.body()).orElseThrow();
        assertThat(index.node()).isEqualTo("coordinator");
        assertThat(index.heads()).containsEntry("coordinator", "1:1");
    }

    @Test
    void aPositionLeadsToItsPage() throws Exception {
        HttpResponse<byte[]> answer = get("/feed/coordinator?after=0:0", BATCH, "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(PAGE);
        assertThat(get("/feed/coordinator?after=x", BATCH, "").statusCode()).isEqualTo(400);
        assertThat(get("/feed/nobody", BATCH, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageHoldsTheExactEvents() throws Exception {
        HttpResponse<byte[]> answer = get(PAGE, BATCH, "");

        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(CloudEventBatch.read(answer.body()))
                .singleElement()
                .isInstanceOfSatisfying(
                        CloudEventForm.Reading.Read.class,
                        read ->
                                assertThat(read.event().jws())
                                        .isEqualTo(
                                                network.coordinator()
                                                        .log()
                                                        .find(
                                                                read.event().city(),
                                                                read.event().position())
                                                        .orElseThrow()
                                                        .jws()));
    }

    @Test
    void aPageIsAlsoLinkedData() throws Exception {
        HttpResponse<byte[]> answer = get(PAGE, "text/turtle", "");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("ldes:EventStream");
    }

    @Test
    void aPageThatDidNotChangeIsNotSentAgain() throws Exception {
        String etag = get(PAGE, BATCH, "").headers().firstValue("ETag").orElseThrow();

        assertThat(get(PAGE, BATCH, etag).statusCode()).isEqualTo(304);
        assertThat(get(PAGE, "text/turtle", etag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "text/turtle;q=0",
                "*/*;q=0",
                "no media type",
                "text/turtle;q=0, text/html"
            })
    void aFormThatIsNotThereIsNotAcceptable(String accept) throws Exception {
        HttpResponse<byte[]> answer = get(PAGE, accept, "");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("application/cloudevents-batch+json, text/turtle");
    }

    @Test
    void aFormThatIsRefusedIsNotSent() throws Exception {
        HttpResponse<byte[]> answer = get(PAGE, BATCH + ";q=0, text/turtle;q=0, */*", "");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/ld+json");
    }

    @Test
    void theIndexComesAsJsonOnly() throws Exception {
        assertThat(get("/feed", "*/*", "").statusCode()).isEqualTo(200);

        HttpResponse<byte[]> answer = get("/feed", "application/json;q=0, */*;q=0.5", "");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("application/json");
    }

    @Test
    void anIndexThatIsNoneIsRefused() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(network.coordinator().url("/feed"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("[1, 2"))
                        .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<byte[]> get(String path, String accept, String etag)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(network.coordinator().url(path)).header("Accept", accept);
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
