package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;

/** Every hostile thing through every door (F15 to F19): counted or held, shown nowhere. */
class HostileDoorsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;
    private static HostilePeer peer;

    /** What is sent, and what must become of it. */
    enum Hostile {
        TAMPERED_PAYLOAD(RejectionReason.PAYLOAD_MISMATCH, null),
        TAMPERED_SIGNATURE(RejectionReason.BAD_SIGNATURE, null),
        UNSIGNED(RejectionReason.MALFORMED, null),
        FOREIGN_CITY(RejectionReason.UNKNOWN_KEY, null),
        FUTURE(null, QuarantineReason.TIME),
        OVERSIZED(null, QuarantineReason.SIZE),
        OUT_OF_AUTHORITY(null, QuarantineReason.AUTHORITY),
        DEEP_NESTING(null, QuarantineReason.SHAPE),
        REMOTE_CONTEXT(null, QuarantineReason.SHAPE);

        private final @Nullable RejectionReason rejected;
        private final @Nullable QuarantineReason held;

        Hostile(@Nullable RejectionReason rejected, @Nullable QuarantineReason held) {
            this.rejected = rejected;
            this.held = held;
        }
    }

    @BeforeAll
    static void aHubAndAMemberWithAFeed() {
        peer = new HostilePeer();
        http = HttpClient.newHttpClient();
        network =
                TestNetwork.start(
                        folder,
                        Map.of(
                                "silofri.replication.repair-interval", "300ms",
                                "silofri.replication.repair-after", "50ms"));
        CityProfile profile =
                new CityProfile(Map.of("en", "Peer"), "NO", "en", null, null, peer.url(""), null);
        network.admit(network.prepare("peer", profile));
    }

    @AfterAll
    static void stop() {
        network.close();
        http.close();
        peer.close();
    }

    @AfterEach
    void nobodyWasAsked() {
        assertThat(peer.trapped()).isZero();
    }

    static Stream<Arguments> everyThingThroughEveryDoor() {
        return Stream.of(Hostile.values())
                .flatMap(thing ->
                        Stream.of(Door.BUS, Door.PULL, Door.PUSH)
                                .map(door -> Arguments.of(thing, door)));
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("everyThingThroughEveryDoor")
    void isCountedOrHeldAndShownNowhere(Hostile thing, Door door) throws Exception {
        Attack attack = new Attack();
        SignedEvent event = attack.event(thing);
        Map<String, Long> before = counts();

        deliver(attack, thing, door, event);

        if (thing.held != null) {
            await().atMost(SOON).until(() -> head(attack.city).isPresent());
            assertThat(log().quarantine().of(new CityId(attack.city), 10))
                    .extracting(HeldEvent::reason)
                    .containsExactly(Optional.of(thing.held));
            assertThat(counts()).isEqualTo(before);
            pushed(attack.city, attack.log.batch(attack.log.sound(attack.mark + "-behind")));
            await().atMost(SOON).until(() -> finds(attack.mark + "-behind"));
            assertThat(get("/feed/%s/1/1".formatted(attack.city), "text/turtle").statusCode())
                    .isEqualTo(200);
        } else if (thing == Hostile.FOREIGN_CITY && door == Door.BUS) {
            assertThat(counts()).isEqualTo(before); // the hub knows who sends, and drops it
            assertThat(head(attack.victim)).isEmpty();
        } else {
            String key = thing.rejected + " " + door;
            await().atMost(SOON).until(() -> counts().getOrDefault(key, 0L) > sum(before, key));
            peer.forget(attack.city);
            peer.forget(attack.victim);
            Map<String, Long> after = counts();
            assertThat(after.keySet()).isSubsetOf(with(before, key).keySet());
            if (door != Door.PULL) { // which is tried again until the peer gives up
                assertThat(after.get(key)).isEqualTo(sum(before, key) + 1);
            }
            assertThat(head(attack.city)).isEmpty();
            assertThat(head(attack.victim)).isEmpty();
        }
        assertShownNowhere(attack.mark + "-bad", attack.base.entry(EntryKind.PROBLEM, "x").value());
    }

    @ParameterizedTest
    @CsvSource({"BUS", "PULL", "PUSH"})
    void aReplayChangesNothing(Door door) throws Exception {
        Attack attack = new Attack();
        SignedEvent event = attack.log.sound(attack.mark);
        pushed(attack.city, attack.log.batch(event));
        await().atMost(SOON).until(() -> finds(attack.mark));
        Map<String, Long> before = counts();
        long changes = log().lastChange();

        switch (door) {
            case BUS -> assertThat(send(attack, event, Map.of())).isInstanceOf(Accepted.class);
            case PULL -> {
                peer.serve(attack.city, "1:2", attack.log.batch(event));
                await().atMost(SOON).until(() -> peer.asked(attack.city) > 1);
            }
            case PUSH, API -> {
                HttpResponse<String> answer = pushed(attack.city, attack.log.batch(event));
                assertThat(answer.body()).contains("\"known\"").doesNotContain("\"stored\"");
            }
        }
        peer.forget(attack.city);
        // behind it on the bus, so that the replay has been looked at
        send(attack, attack.log.sound(attack.mark + "-next"), Map.of());

        await().atMost(SOON).until(() -> head(attack.city).equals(Optional.of(new Position(1, 2))));
        assertThat(log().lastChange()).isEqualTo(changes + 1);
        assertThat(counts()).isEqualTo(before);
        assertThat(log().forks().frozenAt(new CityId(attack.city))).isEmpty();
    }

    /** F15: an odd wrapping must not stop what is authentic. */
    @Test
    void anOddContentTypeOnTheBusContradictsNothing() throws Exception {
        Attack attack = new Attack();

        send(attack, attack.log.sound(attack.mark), Map.of("datacontenttype", "no media type"));

        await().atMost(SOON).until(() -> finds(attack.mark));
    }

    @Test
    void garbageInsteadOfABatchIsCountedWhenItIsPulled() throws Exception {
        Attack attack = new Attack();
        long before = sum(counts(), "MALFORMED PULL");

        peer.serve(attack.city, "1:1", bytes("[".repeat(100_000)));

        await().atMost(SOON).until(() -> sum(counts(), "MALFORMED PULL") > before);
        peer.forget(attack.city);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "deep, CONTENT",
        "context, CONTENT",
        "large, CONTENT",
        "personal, CONTENT",
        "foreign, NOT_ALLOWED",
        "token, NOT_ALLOWED",
        "nobody, NOT_ALLOWED"
    })
    void theApiRefusesAndCounts(String thing, RejectionReason reason) throws Exception {
        String mark = "api" + NUMBER.incrementAndGet() + "x";
        CityId own = network.coordinator().city();
        String token =
                network.coordinator()
                        .bean(TokenStore.class)
                        .issue(Role.PUBLISHER, own, mark, Duration.ofDays(1));
        Map<String, Long> before = counts();
        Optional<Position> head = head(own.value());
        String turtle = Samples.turtle(mark);

        HttpResponse<String> answer =
                switch (thing) {
                    case "deep" -> post("", "application/ld+json", "[".repeat(1_000), token);
                    case "context" ->
                            post(
                                    "",
                                    "application/ld+json",
                                    "{\"@context\":\"%s\",\"@id\":\"\",\"title\":\"%s\"}"
                                            .formatted(peer.url("/trap/context"), mark),
                                    token);
                    case "large" ->
                            post("", "text/turtle", turtle + "#".repeat(Limits.BYTES), token);
                    case "personal" ->
                            post(
                                    "",
                                    "text/turtle",
                                    turtle.replace(mark, mark + " kari.nordmann@example.com"),
                                    token);
                    case "foreign" -> post("?city=peer", "text/turtle", turtle, token);
                    case "token" -> post("", "text/turtle", turtle, "wrong");
                    default -> post("", "text/turtle", turtle, null);
                };

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(counts()).isEqualTo(with(before, reason + " " + Door.API)));
        assertThat(head(own.value())).isEqualTo(head);
        assertThat(finds(mark)).isFalse();
    }

    /** A new member who means harm, and another whose log it would like to write. */
    private static final class Attack {
        private final String mark = "attack" + NUMBER.incrementAndGet() + "x";
        private final String city = mark + "er";
        private final String victim = mark + "ed";
        private final TestNode node = network.join(city);
        private final BaseIri base = node.base();
        private final ForgedLog log;
        private final ForgedLog asVictim;
        private final BaseIri victimBase;

        Attack() {
            var signer = NodeIdentity.load(node.nodeSettings()).signer(new CityId(city));
            log = new ForgedLog(new CityId(city), base, signer);
            victimBase = network.join(victim).base();
            asVictim = new ForgedLog(new CityId(victim), victimBase, signer);
        }

        SignedEvent event(Hostile thing) {
            String key = mark + "-bad";
            return switch (thing) {
                case UNSIGNED -> log.sound(key);
                case TAMPERED_PAYLOAD ->
                        log.sound(key).withPayload(Payload.of(bytes("other " + key)));
                case TAMPERED_SIGNATURE -> tampered(log.sound(key));
                case FOREIGN_CITY -> asVictim.sound(key);
                case FUTURE -> log.at(key, Instant.now().plusSeconds(3600));
                case OVERSIZED -> {
                    byte[] large = new byte[Limits.BYTES + 1];
                    Arrays.fill(large, (byte) 'a');
                    yield log.with(key, large);
                }
                case OUT_OF_AUTHORITY ->
                        log.about(victimBase.entry(EntryKind.PROBLEM, key), Instant.now());
                case DEEP_NESTING -> log.with(key, bytes("{\"a\":".repeat(1_000)));
                case REMOTE_CONTEXT ->
                        log.with(
                                key,
                                bytes(
                                        "{\"@context\":\"%s\",\"title\":\"%s\"}"
                                                .formatted(peer.url("/trap/context"), key)));
            };
        }

        private static SignedEvent tampered(SignedEvent event) {
            int middle = event.jws().lastIndexOf('.') + 20;
            char other = event.jws().charAt(middle) == 'A' ? 'B' : 'A';
            String jws =
                    event.jws().substring(0, middle) + other + event.jws().substring(middle + 1);
            return new SignedEvent(event.envelope(), jws, event.payload());
        }
    }

    private static void deliver(Attack attack, Hostile thing, Door door, SignedEvent event)
            throws Exception {
        String city = event.city().value();
        byte[] batch = attack.log.batch(event);
        if (thing == Hostile.UNSIGNED) {
            batch =
                    bytes(
                            new String(batch, StandardCharsets.UTF_8)
                                    .replaceAll("\"jws\":\"[^\"]*\"", "\"jws\":\"\""));
        }
        switch (door) {
            case BUS -> {
                Map<String, String> other =
                        thing == Hostile.UNSIGNED ? Map.of("jws", "") : Map.of();
                assertThat(send(attack, event, other))
                        .isInstanceOf(
                                thing == Hostile.FOREIGN_CITY ? Rejected.class : Accepted.class);
            }
            case PULL -> peer.serve(city, "1:1", batch);
            case PUSH, API -> pushed(city, batch);
        }
    }

    /** As the attacker's own bus user, to its own address. */
    private static @Nullable DeliveryState send(
            Attack attack, SignedEvent event, Map<String, String> other) throws Exception {
        HubLogin login = HubLogin.load(attack.node.data()).orElseThrow();
        int port = network.network().amqp().getPort();
        try (MemberClient client = new MemberClient(port, login)) {
            return client.send(event, attack.base, other);
        }
    }

    private static HttpResponse<String> pushed(String city, byte[] batch) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(network.coordinator().url("/feed/" + city))
                                .header("Content-Type", "application/cloudevents-batch+json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(
            String query, String type, String body, @Nullable String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(network.coordinator().url("/api/entries" + query))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertShownNowhere(String key, String someEntry) throws Exception {
        assertThat(finds(key)).as("SPARQL").isFalse();
        assertThat(get("/api/search?q=" + key, "application/json").body())
                .doesNotContain("/" + key);
        String iri = someEntry.substring(0, someEntry.lastIndexOf('/') + 1) + key;
        assertThat(get("/entry?iri=" + iri, "text/turtle").statusCode()).isEqualTo(404);
        assertThat(get("/entry?iri=" + iri, "text/html").statusCode()).isEqualTo(404);
    }

    /** Asks SPARQL for anything that has the text in its name or its words. */
    private static boolean finds(String text) throws Exception {
        String query =
                "ASK { ?s ?p ?o FILTER (CONTAINS(STR(?s), '%s') || CONTAINS(STR(?o), '%s')) }"
                        .formatted(text, text);
        String encoded = java.net.URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                get("/sparql?query=" + encoded, "application/sparql-results+json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace(" ", "").contains("\"boolean\":true");
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        URI uri = network.coordinator().url(path);
        return http.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static org.silofri.catalogue.log.EventLog log() {
        return network.coordinator().log();
    }

    private static Optional<Position> head(String city) {
        return log().head(new CityId(city)).map(head -> head.position());
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        log().rejections()
                .counts()
                .forEach(count -> counts.put(count.reason() + " " + count.door(), count.count()));
        return counts;
    }

    private static long sum(Map<String, Long> counts, String key) {
        return counts.getOrDefault(key, 0L);
    }

    private static Map<String, Long> with(Map<String, Long> counts, String key) {
        Map<String, Long> more = new HashMap<>(counts);
        more.merge(key, 1L, Long::sum);
        return more;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
