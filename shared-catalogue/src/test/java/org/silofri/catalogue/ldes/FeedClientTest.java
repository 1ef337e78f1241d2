package org.silofri.catalogue.ldes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Author;

class FeedClientTest {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Position ALL = new Position(9, 9);

    @RegisterExtension
    static final WireMockExtension PEER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    @RegisterExtension
    static final WireMockExtension STRANGER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final BoundedHttp http = new BoundedHttp(PATIENCE, PATIENCE);
    private final FeedClient client = new FeedClient(http);
    private final Author author = new Author("stavanger");
    private final BaseIri source = new BaseIri("https://stavanger.example");
    private final List<SignedEvent> chain = author.chain(5);

    @AfterEach
    void close() {
        http.close();
    }

    private URI peer() {
        return URI.create(PEER.baseUrl());
    }

    private Pulled pull() {
        return client.pull(peer(), author.city(), Position.START, ALL);
    }

    private void answer(ResponseDefinitionBuilder response) {
        PEER.stubFor(get(anyUrl()).willReturn(response));
    }

    private ResponseDefinitionBuilder batch(List<SignedEvent> events) {
        return aResponse()
                .withHeader("Content-Type", CloudEventBatch.MEDIA_TYPE)
                .withBody(CloudEventBatch.write(events, source));
    }

    @Test
    void anAddressThatNoWebServerHasIsAFailureLikeAnyOther() {
        Pulled pulled =
                client.pull(URI.create("file://peer/x"), author.city(), Position.START, ALL);
        Pushed pushed = client.push(URI.create("gopher://peer"), author.city(), source, chain);

        assertThat(pulled).isInstanceOf(Pulled.Failed.class);
        assertThat(pushed).isInstanceOf(Pushed.Failed.class);
    }

    private void assertFails(String because) {
        assertThat(pull())
                .isInstanceOfSatisfying(
                        Pulled.Failed.class,
                        failed -> assertThat(failed.detail()).contains(because));
    }

    @Test
    void followsTheRedirectToThePage() {
        PEER.stubFor(
                get(urlEqualTo("/feed/stavanger?after=1:2"))
                        .willReturn(
                                aResponse()
                                        .withStatus(303)
                                        .withHeader("Location", "/feed/stavanger/1/1")));
        PEER.stubFor(get(urlEqualTo("/feed/stavanger/1/1")).willReturn(batch(chain)));

        Pulled pulled = client.pull(peer(), author.city(), new Position(1, 2), new Position(1, 4));

        assertThat(pulled).isEqualTo(new Pulled.Events(chain.subList(2, 4), List.of(), 0));
        PEER.verify(
                getRequestedFor(urlEqualTo("/feed/stavanger/1/1"))
                        .withHeader("Accept", equalTo(CloudEventBatch.MEDIA_TYPE)));
    }

    @Test
    void leavesOutAndCountsEventsOfAnotherCity() {
        answer(batch(new Author("oslo").chain(2)));

        assertThat(pull()).isEqualTo(new Pulled.Events(List.of(), List.of(), 2));
    }

    @Test
    void asksNoOtherHost() {
        STRANGER.stubFor(get(anyUrl()).willReturn(batch(chain)));
        answer(
                aResponse()
                        .withStatus(303)
                        .withHeader("Location", STRANGER.baseUrl() + "/feed/stavanger/1/1"));

        assertFails("another host");
        assertThat(STRANGER.getAllServeEvents()).isEmpty();
    }

    @Test
    void endsACircleOfRedirects() {
        answer(aResponse().withStatus(303).withHeader("Location", "/feed/stavanger?after=0:0"));

        assertFails("too often");
    }

    @Test
    void findsNothingWhereThereIsNoFeed() {
        answer(aResponse().withStatus(404));

        assertThat(pull()).isEqualTo(new Pulled.Events(List.of(), List.of(), 0));
    }

    @Test
    void tellsWhenToAskAgain() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "7"));

        assertThat(pull())
                .isEqualTo(new Pulled.Failed("Status 429", Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void doesNotWaitForASlowAnswer() {
        answer(batch(chain).withChunkedDribbleDelay(20, 20_000));

        assertFails("within");
    }

    @Test
    void readsNoMoreThanAPageMayHave() {
        answer(aResponse().withBody(new byte[CloudEventBatch.MOST_BYTES + 1]));

        assertThat(pull()).isInstanceOf(Pulled.Failed.class);
    }

    @Test
    void bearsHalfABody() {
        answer(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        assertFails("does not answer");
    }

    @Test
    void bearsWhatIsNoBatch() {
        answer(aResponse().withBody("<html>Welcome</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(pull()).isInstanceOf(Pulled.Unreadable.class);
    }

    @Test
    void bearsAServerError() {
        answer(aResponse().withStatus(500));

        assertFails("500");
    }

    @Test
    void handsEventsOverInBatches() {
        PEER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));

        Pushed pushed = client.push(peer(), author.city(), source, author.chain(450));

        assertThat(pushed).isEqualTo(new Pushed.Taken(450));
        PEER.verify(
                3,
                postRequestedFor(urlEqualTo("/feed/stavanger"))
                        .withHeader("Content-Type", equalTo(CloudEventBatch.MEDIA_TYPE)));
    }

    @Test
    void tellsThatEventsWereNotTaken() {
        PEER.stubFor(
                post(anyUrl())
                        .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "3")));

        assertThat(client.push(peer(), author.city(), source, chain))
                .isEqualTo(new Pushed.Failed("Status 503", Optional.of(Duration.ofSeconds(3))));
    }
}
