package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Statement;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Rejection;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.bus.Bus;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.StatementExchange;

/**
 * What one member with its own login can do to the others on the real bus: nothing but have itself
 * not listened to (F16). After each thing, two other cities still reach each other.
 */
class HostileMemberIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FLOOD = 130;
    private static final int UNTIL_PAUSED = 101;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode hub;
    private static TestNode stavanger;

    @BeforeAll
    static void aHubAndACity() {
        network = TestNetwork.start(folder, "stavanger");
        hub = network.coordinator();
        stavanger = network.node("stavanger");
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @AfterEach
    void theOthersStillReachEachOther() {
        Samples.publish(hub, "Fra hub " + NUMBER.incrementAndGet());
        Samples.publish(stavanger, "Fra Stavanger " + NUMBER.incrementAndGet());
        for (CityId city : List.of(hub.city(), stavanger.city())) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(head(stavanger, city)).isEqualTo(head(hub, city)));
        }
        for (TestNode node : List.of(hub, stavanger)) {
            assertThat(node.bean(Bus.class).health().ready()).isTrue();
            assertThat(node.bean(Bus.class).health().lastError()).isNull();
        }
    }

    @Test
    void garbageIsCountedByEachReaderAndPausesNobody() throws Exception {
        Attacker attacker = new Attacker();
        Map<TestNode, Map<String, Long>> before = allCounts();
        try (MemberClient client = attacker.client()) {
            for (int i = 0; i < FLOOD; i++) {
                Map<String, ?> attributes =
                        switch (i % 4) {
                            case 0 -> Map.of();
                            case 1 ->
                                    Map.of(
                                            "time",
                                            Date.from(Instant.now()),
                                            "id",
                                            UUID.randomUUID());
                            case 2 -> Map.of("jws", "a.b.c", "specversion", 1.0);
                            default -> Map.of("type", HeadStatement.TYPE);
                        };
                assertThat(client.send(attributes, bytes("garbage " + i)))
                        .isInstanceOf(Accepted.class);
            }
        }
        awaitCounts(before, RejectionReason.MALFORMED, FLOOD);

        attacker.sends(attacker.log.sound("sound"));

        awaitStored(attacker.city, new Position(1, 1));
    }

    @Test
    void anAttributeThatNamesAnotherCityPausesNeither() throws Exception {
        Attacker attacker = new Attacker();
        Map<TestNode, Map<String, Long>> before = allCounts();
        SignedEvent event = attacker.log.sound("sound");
        try (MemberClient client = attacker.client()) {
            for (int i = 0; i < FLOOD; i++) {
                assertThat(client.send(event, attacker.base, Map.of("id", "stavanger/1/1")))
                        .isInstanceOf(Accepted.class);
            }
        }
        awaitCounts(before, RejectionReason.ATTRIBUTES_CONTRADICT, FLOOD);

        attacker.sends(event);

        awaitStored(attacker.city, event.position());
    }

    @Test
    void typesThatDetachConsumersAreHarmlessInASoundEvent() throws Exception {
        Attacker attacker = new Attacker();
        SignedEvent event = attacker.log.sound("sound");

        try (MemberClient client = attacker.client()) {
            client.send(
                    event,
                    attacker.base,
                    Map.of(
                            "time",
                            Date.from(event.envelope().time()),
                            "trace",
                            UUID.randomUUID(),
                            "weight",
                            new org.apache.qpid.proton.amqp.Decimal128(new byte[16])));
        }

        awaitStored(attacker.city, event.position());
    }

    @Test
    void theHubTakesNoEventOfAnotherCity() throws Exception {
        Attacker attacker = new Attacker();
        Map<TestNode, Map<String, Long>> before = allCounts();
        ForgedLog forged = new ForgedLog(stavanger.city(), stavanger.base(), attacker.signer);
        Optional<Position> head = head(hub, stavanger.city());

        try (MemberClient client = attacker.client()) {
            for (int i = 0; i < FLOOD; i++) {
                assertThat(client.send(forged.sound("e" + i), stavanger.base(), Map.of()))
                        .isInstanceOf(Rejected.class);
            }
        }

        assertThat(denied()).contains(attacker.city + " send an event of stavanger");
        assertThat(allCounts()).isEqualTo(before);
        assertThat(head(hub, stavanger.city())).isEqualTo(head);
    }

    @Test
    void theHubTakesNothingThatIsTooLarge() throws Exception {
        Attacker attacker = new Attacker();
        Map<TestNode, Map<String, Long>> before = allCounts();

        try (MemberClient client = attacker.client()) {
            for (int megabytes = 1; megabytes <= 4; megabytes++) {
                assertThat(client.send(Map.of("id", "x"), new byte[megabytes * 1024 * 1024]))
                        .isInstanceOf(Rejected.class);
            }
        }

        assertThat(denied()).contains(attacker.city + " send more than an event may hold");
        assertThat(allCounts()).isEqualTo(before);
    }

    @Test
    void statementsInAnothersNameAreCountedAndNotBelieved() throws Exception {
        Attacker attacker = new Attacker();
        awaitLinked();
        Map<TestNode, Map<String, Long>> before = allCounts();
        Position far = new Position(1, 999_999);
        Instant now = Instant.now();

        try (MemberClient client = attacker.client()) {
            for (int i = 0; i < FLOOD; i++) {
                Instant time = now.plusMillis(i);
                attacker.says(
                        client,
                        i % 2 == 0
                                ? head(stavanger.city(), far, time)
                                : new NodePosition(
                                        stavanger.city(), Map.of(hub.city(), far), time));
            }
        }

        awaitCounts(before, RejectionReason.UNKNOWN_KEY, FLOOD);
        StatementExchange said = hub.bean(StatementExchange.class);
        assertThat(said.head(stavanger.city()).map(HeadStatement::head)).isNotEqualTo(far);
        assertThat(said.shared(hub.city(), far)).isFalse();
    }

    @Test
    void ownStatementsOfTheFutureAndOfBeforeAreCounted() throws Exception {
        Attacker attacker = new Attacker();
        Instant now = Instant.now();

        try (MemberClient client = attacker.client()) {
            attacker.says(client, head(attacker.city, Position.START, now.plusSeconds(3600)));
            attacker.says(client, head(attacker.city, Position.START, now));
            attacker.says(client, head(attacker.city, Position.START, now.minusSeconds(5)));
        }

        for (TestNode node : List.of(hub, stavanger)) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(node.log().rejections().latest())
                                    .filteredOn(one -> one.claimed().equals(attacker.city.value()))
                                    .extracting(Rejection::reason)
                                    .containsExactly(
                                            RejectionReason.FUTURE_STATEMENT,
                                            RejectionReason.OLD_STATEMENT));
        }
    }

    /** Paused for a minute, and heard again afterwards; nobody else is. */
    @Test
    void aFloodPausesThatCityAloneAndItIsHeardAgain() throws Exception {
        Attacker attacker = new Attacker();
        Attacker calm = new Attacker();
        Map<TestNode, Map<String, Long>> before = allCounts();
        SignedEvent sound = attacker.log.sound("sound");
        try (MemberClient client = attacker.client()) {
            for (int i = 0; i < FLOOD; i++) {
                client.send(tampered(sound), attacker.base, Map.of());
            }
        }
        awaitCounts(before, RejectionReason.BAD_SIGNATURE, UNTIL_PAUSED);
        assertThat(Metrics.of(hub, "silofri_rejected_total"))
                .containsEntry(
                        "{door=\"bus\",reason=\"bad-signature\"}",
                        (double)
                                hub.log()
                                        .rejections()
                                        .count(RejectionReason.BAD_SIGNATURE, Door.BUS));

        attacker.sends(sound);
        calm.sends(calm.log.sound("sound"));

        awaitStored(calm.city, new Position(1, 1));
        theOthersStillReachEachOther();
        assertThat(head(hub, attacker.city)).isEmpty();
        assertThat(head(stavanger, attacker.city)).isEmpty();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    attacker.sends(sound);
                    return head(hub, attacker.city).isPresent()
                            && head(stavanger, attacker.city).isPresent();
                });
    }

    /** A member whose node is not running, and whose key and login are in the wrong hands. */
    private static final class Attacker {
        private final TestNode node = network.join("attacker" + NUMBER.incrementAndGet());
        private final CityId city = node.city();
        private final BaseIri base = node.base();
        private final EventSigner signer = NodeIdentity.load(node.nodeSettings()).signer(city);
        private final ForgedLog log = new ForgedLog(city, base, signer);

        Attacker() {
            await().atMost(SOON)
                    .until(() -> stavanger.bean(Members.class).byCity(city).isPresent());
        }

        MemberClient client() throws Exception {
            HubLogin login = HubLogin.load(node.data()).orElseThrow();
            return new MemberClient(network.network().amqp().getPort(), login);
        }

        void sends(SignedEvent event) throws Exception {
            try (MemberClient client = client()) {
                assertThat(client.send(event, base, Map.of())).isInstanceOf(Accepted.class);
            }
        }

        void says(MemberClient client, Statement statement) throws Exception {
            Map<String, String> attributes =
                    Map.of(
                            "specversion", "1.0",
                            "id", "%s/%s".formatted(statement.city(), statement.time()),
                            "source", base.value(),
                            "type", statement.wireName(),
                            "datacontenttype", "application/jose");
            assertThat(client.send(attributes, bytes(signer.sign(statement))))
                    .isInstanceOf(Accepted.class);
        }
    }

    private static HeadStatement head(CityId city, Position at, Instant time) {
        return new HeadStatement(city, at, Hashes.NONE, time, List.of());
    }

    private static SignedEvent tampered(SignedEvent event) {
        int middle = event.jws().lastIndexOf('.') + 20;
        char other = event.jws().charAt(middle) == 'A' ? 'B' : 'A';
        String jws = event.jws().substring(0, middle) + other + event.jws().substring(middle + 1);
        return new SignedEvent(event.envelope(), jws, event.payload());
    }

    /** Own statements of the nodes must not be old or new to each other while that is counted. */
    private static void awaitLinked() {
        await().atMost(SOON)
                .until(() ->
                        hub.bean(StatementExchange.class)
                                .positions()
                                .containsKey(stavanger.city()));
    }

    /** Both readers count exactly so many more of that reason. */
    private static void awaitCounts(
            Map<TestNode, Map<String, Long>> before, RejectionReason reason, int more) {
        String key = reason + " " + Door.BUS;
        for (TestNode node : List.of(hub, stavanger)) {
            long expected = before.getOrDefault(node, Map.of()).getOrDefault(key, 0L) + more;
            await().atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(queued()).isZero();
                        assertThat(counts(node)).containsEntry(key, expected);
                    });
        }
    }

    private static void awaitStored(CityId city, Position position) {
        for (TestNode node : List.of(hub, stavanger)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(head(node, city)).contains(position));
        }
    }

    private static long queued() {
        Map<String, Long> atHub = hub.bean(Bus.class).health().queueDepths();
        return atHub.getOrDefault("sub.coordinator", 0L)
                + atHub.getOrDefault("sub.stavanger", 0L)
                + stavanger.bean(Bus.class).health().queueDepths().getOrDefault("inbox", 0L);
    }

    private static List<String> denied() {
        return hub.bean(Bus.class).health().denied().stream()
                .map(one -> one.user() + " " + one.wish())
                .toList();
    }

    private static Map<TestNode, Map<String, Long>> allCounts() {
        return Map.of(hub, counts(hub), stavanger, counts(stavanger));
    }

    /** What came over the bus and was not stored; old statements of running nodes come and go. */
    private static Map<String, Long> counts(TestNode node) {
        Map<String, Long> counts = new HashMap<>();
        node.log().rejections().counts().stream()
                .filter(one -> one.reason() != RejectionReason.OLD_STATEMENT)
                .forEach(one -> counts.put(one.reason() + " " + one.door(), one.count()));
        return counts;
    }

    private static Optional<Position> head(TestNode node, CityId city) {
        return node.log().head(city).map(Head::position);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
