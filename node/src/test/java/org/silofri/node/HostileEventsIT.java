package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Limits;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.HeldEvent;
import org.silofri.catalogue.log.Rejection;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.identity.NodeIdentity;

/** What a node does with bad events that are pushed to it: F7, F12, F15 to F19. */
class HostileEventsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;

    @BeforeAll
    static void aHubWithoutCities() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    @Test
    void aSoundEventIsStoredAndAReplayChangesNothing() throws Exception {
        ForgedLog log = member("sound");
        byte[] batch = log.batch(log.sound("one"), log.sound("two"));
        assertThat(push("sound", batch).body()).contains("\"stored\"").contains("\"1:2\"");

        HttpResponse<String> again = push("sound", batch);

        assertThat(again.body()).contains("\"known\"").doesNotContain("\"stored\"");
        assertThat(head("sound")).contains(new Position(1, 2));
    }

    @Test
    void aTamperedPayloadIsCountedAndForgotten() throws Exception {
        ForgedLog log = member("tampered");
        long before = rejections(RejectionReason.PAYLOAD_MISMATCH);
        SignedEvent event = log.sound("one");
        Payload other = Payload.of("other".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer = push("tampered", log.batch(event.withPayload(other)));

        assertThat(answer.body()).contains("payload-mismatch");
        assertThat(head("tampered")).isEmpty();
        assertThat(rejections(RejectionReason.PAYLOAD_MISMATCH)).isEqualTo(before + 1);
    }

    @Test
    void aTamperedSignatureIsCountedAndForgotten() throws Exception {
        ForgedLog log = member("signature");
        SignedEvent event = log.sound("one");
        int middle = event.jws().lastIndexOf('.') + 20;
        char other = event.jws().charAt(middle) == 'A' ? 'B' : 'A';
        String jws = event.jws().substring(0, middle) + other + event.jws().substring(middle + 1);
        SignedEvent tampered = new SignedEvent(event.envelope(), jws, event.payload());

        HttpResponse<String> answer = push("signature", log.batch(tampered));

        assertThat(answer.body()).contains("bad-signature");
        assertThat(head("signature")).isEmpty();
    }

    @Test
    void anUnsignedEventIsCountedAndForgotten() throws Exception {
        ForgedLog log = member("unsigned");
        String batch = new String(log.batch(log.sound("one")), StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                push(
                        "unsigned",
                        batch.replaceAll("\"jws\":\"[^\"]*\"", "\"jws\":\"\"")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("malformed");
        assertThat(head("unsigned")).isEmpty();
    }

    @Test
    void oneMemberCannotWriteInTheLogOfAnother() throws Exception {
        member("victim");
        ForgedLog asVictim = forger("attacker", "victim");

        HttpResponse<String> answer = push("victim", asVictim.batch(asVictim.sound("one")));

        assertThat(answer.body()).contains("unknown-key");
        assertThat(head("victim")).isEmpty();
    }

    @Test
    void aCityThatIsNoMemberIsNotStored() throws Exception {
        ForgedLog log = member("outsider");
        String batch = new String(log.batch(log.sound("one")), StandardCharsets.UTF_8);

        HttpResponse<String> answer = push("nobody", batch.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("wrong-city");
        assertThat(head("nobody")).isEmpty();
    }

    @Test
    void wrongContentIsQuarantinedAndNeverStopsItsCity() throws Exception {
        ForgedLog log = member("wrong");
        byte[] large = new byte[Limits.BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        SignedEvent future = log.at("future", Instant.now().plusSeconds(3600));
        SignedEvent oversized = log.with("oversized", large);
        SignedEvent foreign =
                log.about(
                        network.coordinator().base().entry(EntryKind.PROBLEM, "theirs"),
                        Instant.now());
        SignedEvent shapeless = log.with("shapeless", bytes("<http://a/b> <http://a/c> \"x\" .\n"));
        SignedEvent noRdf = log.with("nonsense", bytes("{".repeat(1_000)));
        SignedEvent good = log.sound("good");

        HttpResponse<String> answer =
                push("wrong", log.batch(future, oversized, foreign, shapeless, noRdf, good));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(head("wrong")).contains(good.position());
        assertThat(network.coordinator().log().quarantine().of(new CityId("wrong"), 10))
                .extracting(HeldEvent::reason)
                .containsExactly(
                        Optional.of(QuarantineReason.TIME),
                        Optional.of(QuarantineReason.SIZE),
                        Optional.of(QuarantineReason.AUTHORITY),
                        Optional.of(QuarantineReason.SHAPE),
                        Optional.of(QuarantineReason.SHAPE));
    }

    /** F14: a reason stays for ever, so a receiver looks at it as the author's door should have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask kari.nordmann@example.com",
                "Wished by the holder of 010180-1232",
                "Call +47 912 34 567"
            })
    void aWithdrawalWhoseReasonTellsOfAPersonIsQuarantined(String reason) throws Exception {
        String city = "gone" + NUMBER.incrementAndGet();
        ForgedLog log = member(city);
        SignedEvent published = log.sound("one");
        SignedEvent withdrawn = log.withdrawn("one", reason);
        SignedEvent behind = log.sound("two");

        push(city, log.batch(published, withdrawn, behind));

        assertThat(head(city)).contains(behind.position());
        assertThat(network.coordinator().log().quarantine().of(new CityId(city), 10))
                .extracting(held -> held.event().position(), HeldEvent::reason)
                .containsExactly(tuple(withdrawn.position(), Optional.of(QuarantineReason.SHAPE)));
        await().atMost(SOON).until(() -> status(behind) == 200);
        assertThat(status(published)).isEqualTo(200);
    }

    @Test
    void aWithdrawalWithASoundReasonIsBelieved() throws Exception {
        ForgedLog log = member("withdrawn");
        SignedEvent published = log.sound("one");
        SignedEvent withdrawn = log.withdrawn("one", "Replaced by a wider problem");

        push("withdrawn", log.batch(published, withdrawn));

        assertThat(network.coordinator().log().quarantine().of(withdrawn.city(), 10)).isEmpty();
        await().atMost(SOON).until(() -> status(withdrawn) == 410);
    }

    /** How the entry of the event is answered. */
    private static int status(SignedEvent event) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        network.coordinator()
                                                .url("/entry?iri=" + event.envelope().subject()))
                                .header("Accept", "text/turtle")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aMemberEntryOutsideTheCoordinatorsLogIsQuarantined() throws Exception {
        ForgedLog log = member("upstart");
        SignedEvent event =
                log.about(base("upstart").entry(EntryKind.MEMBER, "upstart"), Instant.now());

        push("upstart", log.batch(event));

        assertThat(network.coordinator().log().quarantine().of(new CityId("upstart"), 10))
                .extracting(HeldEvent::reason)
                .containsExactly(Optional.of(QuarantineReason.AUTHORITY));
    }

    @Test
    void anEventAheadOfAGapWaitsForWhatIsMissing() throws Exception {
        ForgedLog log = member("gap");
        SignedEvent first = log.sound("one");
        SignedEvent second = log.sound("two");
        assertThat(push("gap", log.batch(second)).body()).contains("waiting");

        push("gap", log.batch(first));

        assertThat(head("gap")).contains(second.position());
    }

    @Test
    void twoHistoriesFreezeTheCity() throws Exception {
        ForgedLog log = member("forked");
        SignedEvent first = log.sound("one");
        SignedEvent second = log.sound("two");
        push("forked", log.batch(first, second));

        HttpResponse<String> answer = push("forked", log.batch(log.instead(second, "other")));

        assertThat(answer.body()).contains("forked");
        assertThat(network.coordinator().log().forks().frozenAt(new CityId("forked")))
                .contains(second.position());
        assertThat(push("forked", log.batch(log.sound("three"))).body()).contains("frozen");
    }

    @Test
    void garbageIsRefusedWithoutAnError() throws Exception {
        assertThat(push("garbage", bytes("[".repeat(100_000))).statusCode()).isEqualTo(400);
        assertThat(push("garbage", bytes("[{\"specversion\":\"1.0\"}]")).statusCode())
                .isLessThan(500);
        assertThat(push("garbage", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(push("NOT+A+CITY", bytes("[]")).statusCode()).isEqualTo(400);
        assertThat(push("garbage", new byte[9 * 1024 * 1024]).statusCode()).isEqualTo(413);
    }

    @Test
    void aFloodOfOneCitysForgeriesPausesThatCityOnly() throws Exception {
        member("flooded");
        ForgedLog forged = forger("flooder", "flooded");
        SignedEvent forgery = forged.sound("one");
        for (int i = 0; i < 110; i++) {
            // whoever floods may tell another address each time
            push("flooded", forged.batch(forgery), "192.0.2." + i);
        }
        ForgedLog calm = member("calm");

        assertThat(push("flooded", forged.batch(forgery)).body()).contains("paused");
        assertThat(push("calm", calm.batch(calm.sound("one"))).body()).contains("stored");
        assertThat(network.coordinator().log().rejections().latest())
                .extracting(Rejection::peer)
                .containsOnly("127.0.0.1");
    }

    private static ForgedLog member(String name) {
        return forger(name, name);
    }

    /** A log of one city, written with the key of another member. */
    private static ForgedLog forger(String keyOf, String city) {
        TestNode node = network.join(keyOf);
        NodeIdentity identity = NodeIdentity.load(node.nodeSettings());
        return new ForgedLog(new CityId(city), base(city), identity.signer(new CityId(keyOf)));
    }

    private static BaseIri base(String city) {
        return network.node(city).base();
    }

    private static Optional<Position> head(String city) {
        return network.coordinator().log().head(new CityId(city)).map(head -> head.position());
    }

    private static long rejections(RejectionReason reason) {
        return network.coordinator().log().rejections().count(reason, Door.PUSH);
    }

    private static HttpResponse<String> push(String city, byte[] body)
            throws IOException, InterruptedException {
        return push(city, body, "192.0.2.1");
    }

    private static HttpResponse<String> push(String city, byte[] body, String forwardedFor)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(network.coordinator().url("/feed/" + city))
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
