package org.silofri.node.replication.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.log.Head;
import org.silofri.node.ForgedLog;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.FeedIndex;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.StatementExchange;
import org.silofri.node.tls.Tls;

/** Repair between whole nodes, with one of them in the hands of the test. */
class RepairIT {

    private static final URI NOBODY = URI.create("http://localhost:1");
    private static final String INTERVAL = "silofri.replication.repair-interval";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode hub;

    private static TestNode copenhagen;
    private static TestNode stavanger;
    private static TestNode helsinki;
    private static HttpClient http;

    /** Stavanger and Helsinki look at the hub only when something makes them. */
    @BeforeAll
    static void aHub() {
        http = HttpClient.newHttpClient();
        network = TestNetwork.start(folder);
        hub = network.coordinator();
        copenhagen = network.joinWithoutBus("copenhagen").start();
        stavanger = network.joinWithoutBus("stavanger").set(INTERVAL, "20s").start();
        helsinki = network.joinWithoutBus("helsinki").set(INTERVAL, "20s").start();
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    @Test
    void aStrippedPayloadComesBackFromTheHub() throws Exception {
        ForgedLog log = member("stripped-here");
        SignedEvent first = log.sound("one");
        SignedEvent second = log.sound("two");
        push(copenhagen, "stripped-here", log.batch(stripped(first), stripped(second)));
        assertThat(pending(copenhagen, "stripped-here")).hasSize(2);

        push(hub, "stripped-here", log.batch(first, second));

        awaitPayload(copenhagen, first);
        awaitPayload(copenhagen, second);
        assertThat(pending(copenhagen, "stripped-here")).isEmpty();
    }

    @Test
    void aStrippedPayloadIsBroughtToTheHubThatCanAskNobody() throws Exception {
        ForgedLog log = member("stripped-there");
        SignedEvent first = log.sound("one");
        push(hub, "stripped-there", log.batch(stripped(first)));
        assertThat(pending(hub, "stripped-there")).containsExactly(first.position());

        push(copenhagen, "stripped-there", log.batch(first));

        awaitPayload(hub, first);
    }

    @Test
    void aSignedHeadThatTheHubDoesNotHaveIsAskedForElsewhere() throws Exception {
        ForgedLog log = member("elsewhere");
        SignedEvent first = log.sound("one");
        SignedEvent last = log.sound("two");
        push(helsinki, "elsewhere", log.batch(first, last));
        CityId city = last.city();
        HeadStatement head =
                new HeadStatement(city, last.position(), last.hash(), Instant.now(), List.of());
        String jws = signer("elsewhere").sign(head);

        FeedIndex told = new FeedIndex("elsewhere", Map.of(), List.of(jws), Map.of());
        post(stavanger.url("/feed"), "application/json", told.write());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(stavanger.log().head(city).map(Head::position))
                                .contains(last.position()));
    }

    @Test
    void aLateJoinerGetsTheEventsBeforeAFork() throws Exception {
        ForgedLog log = member("forked");
        SignedEvent first = log.sound("one");
        SignedEvent second = log.sound("two");
        SignedEvent third = log.sound("three");
        push(hub, "forked", log.batch(first, second, third));
        push(hub, "forked", log.batch(log.instead(third, "other")));
        StatementExchange said = hub.bean(StatementExchange.class);
        await().atMost(SOON)
                .until(() ->
                        said.head(hub.city()).stream().anyMatch(head -> !head.proofs().isEmpty()));

        TestNode late = network.joinWithoutBus("late").start();

        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(late.log().forks().frozenAt(third.city()))
                            .contains(third.position());
                    assertThat(late.log().find(second.city(), second.position())).isPresent();
                });
    }

    private static SignedEvent stripped(SignedEvent event) {
        return new SignedEvent(event.envelope(), event.jws(), null);
    }

    private static List<Position> pending(TestNode node, String city) {
        return node.log().quarantine().pending(100).getOrDefault(new CityId(city), List.of());
    }

    private static void awaitPayload(TestNode node, SignedEvent event) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(node.log().find(event.city(), event.position()))
                                .hasValueSatisfying(found ->
                                        assertThat(found.payload()).isEqualTo(event.payload())));
    }

    /** A log of a member without a running node; all running nodes know the member. */
    private static ForgedLog member(String name) {
        TestNode node = network.join(name);
        CityId city = new CityId(name);
        await().atMost(SOON)
                .until(() ->
                        network.nodes().stream()
                                .filter(TestNode::running)
                                .allMatch(other ->
                                        other.bean(Members.class).byCity(city).isPresent()));
        return new ForgedLog(city, node.base(), signer(name));
    }

    private static EventSigner signer(String name) {
        return NodeIdentity.load(network.node(name).nodeSettings()).signer(new CityId(name));
    }

    private static void push(TestNode node, String city, byte[] batch) throws Exception {
        post(node.url("/feed/" + city), "application/cloudevents-batch+json", batch);
    }

    private static void post(URI uri, String type, byte[] body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStartCheckThatFailsIsTriedAgain() {
        TestNode node = network.prepare("tromso", CityProfile.named("Tromsø", "nb", "NO"));
        AtomicInteger calls = new AtomicInteger();
        InstantSource faulty =
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no time");
                    }
                    return Instant.now();
                };
        NodeIdentity identity = NodeIdentity.load(node.nodeSettings());
        try (LogService logs = LogService.open(identity, event -> {});
                RepairService repair = repair(identity, logs, faulty)) {
            assertThat(logs.fence().state()).isEqualTo(new WriteFence.State.Checking());

            repair.begin();

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(logs.fence().state())
                                    .isEqualTo(new WriteFence.State.Open()));
            assertThat(repair.state().alive()).isTrue();
            assertThat(calls).hasValueGreaterThan(1);
        }
    }

    @Test
    void aSoundMarkerOpensOnlyAfterTheWholeTimeWhenNobodyAnswers() {
        NodeIdentity identity = prepared("bodo");
        Duration time = Duration.ofSeconds(2);
        try (LogService logs = LogService.open(identity, event -> {});
                PeerClient client = client(settings(time))) {
            Instant begin = Instant.now();

            check(identity, logs, client, time).run(List.of(NOBODY), () -> false, false);

            assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(time);
            assertThat(logs.fence().state()).isEqualTo(new WriteFence.State.Open());
        }
    }

    @Test
    void theHubsAnswerOpensAtOnce() {
        NodeIdentity identity = prepared("narvik");
        Duration time = Duration.ofMinutes(10);
        try (LogService logs = LogService.open(identity, event -> {});
                PeerClient client = client(settings(time))) {
            check(identity, logs, client, time).run(List.of(hub.url(), NOBODY), () -> false, false);

            assertThat(logs.fence().state()).isEqualTo(new WriteFence.State.Open());
        }
    }

    @Test
    void onePeerIsNotEnoughForACopyWhenTheHubIsSilent() {
        NodeSettings original =
                network.prepare("molde", CityProfile.named("Molde", "nb", "NO")).nodeSettings();
        NodeSettings copy =
                new NodeSettings(
                        original.name(),
                        original.data(),
                        original.url(),
                        folder.resolve("another-machine"));
        NodeIdentity identity = NodeIdentity.load(copy);
        try (LogService logs = LogService.open(identity, event -> {});
                PeerClient client = client(settings(Duration.ofSeconds(1)))) {
            check(identity, logs, client, Duration.ofSeconds(1))
                    .run(List.of(NOBODY, copenhagen.url()), () -> false, false);

            assertThat(logs.fence().state()).isInstanceOf(WriteFence.State.ReadOnly.class);
        }
    }

    @Test
    void anEpochThatWasBegunHereIsNotBegunAgain() {
        NodeIdentity identity = prepared("alta");
        identity.marker().write(Map.of(identity.name(), new Position(2, 5)));
        try (LogService logs = LogService.open(identity, event -> {});
                PeerClient client = client(settings(Duration.ofSeconds(1)))) {
            check(identity, logs, client, Duration.ofSeconds(1))
                    .run(List.of(hub.url()), () -> true, false);

            assertThat(logs.fence().state()).isInstanceOf(WriteFence.State.ReadOnly.class);
            assertThat(logs.log().head(identity.name())).isEmpty();
        }
    }

    private static NodeIdentity prepared(String name) {
        TestNode node = network.prepare(name, CityProfile.named(name, "nb", "NO"));
        return NodeIdentity.load(node.nodeSettings());
    }

    private static StartCheck check(
            NodeIdentity identity, LogService logs, PeerClient client, Duration time) {
        Repair repair =
                new Repair(
                        logs.log(),
                        hub.bean(Members.class),
                        hub.bean(ReplicationService.class),
                        client);
        return new StartCheck(
                identity, logs, client, repair, settings(time), InstantSource.system());
    }

    private static ReplicationSettings settings(Duration time) {
        Duration second = Duration.ofSeconds(5);
        return new ReplicationSettings(second, second, time, second, second, 2);
    }

    private static RepairService repair(
            NodeIdentity identity, LogService logs, InstantSource clock) {
        Duration second = Duration.ofSeconds(1);
        ReplicationSettings settings =
                new ReplicationSettings(second, second, second.multipliedBy(2), second, second, 2);
        return new RepairService(
                identity,
                logs,
                hub.bean(Members.class),
                hub.bean(ReplicationService.class),
                hub.bean(StatementExchange.class),
                settings,
                client(settings),
                clock);
    }

    private static PeerClient client(ReplicationSettings settings) {
        return new PeerClient(settings, Tls.none().web());
    }
}
