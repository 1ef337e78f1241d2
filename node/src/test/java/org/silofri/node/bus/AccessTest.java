package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SigningKey;
import org.silofri.node.bus.broker.Hub;
import org.silofri.node.identity.HubLogin;

class AccessTest {

    @TempDir Path data;
    private BusNode hub;
    private HubLogin oslo;
    private int port;

    @BeforeEach
    void startsAHubWithTwoMembers() {
        hub = BusNode.hub(data).start();
        oslo = hub.accounts.issue("oslo");
        hub.admit("oslo");
        hub.accounts.issue("bergen");
        hub.admit("bergen");
        port = hub.broker().port();
    }

    @AfterEach
    void stopsIt() {
        hub.close();
    }

    @Test
    void letsACitySendToItsOwnAddress() throws IOException {
        try (AmqpClient client = asOslo()) {
            assertThat(client.send("silofri.events.oslo", message()))
                    .contains(Accepted.getInstance());
        }
        await().until(() -> hub.received.size() == 1);
    }

    @Test
    void dropsAtTheHubWhatClaimsToBeAnotherCitysEvent() throws IOException {
        Message forged = message();
        forged.setApplicationProperties(
                new ApplicationProperties(
                        Map.of("cloudEvents_jws", eventSignedBySomeone("bergen"))));
        Message own = message();
        own.setApplicationProperties(
                new ApplicationProperties(Map.of("cloudEvents:jws", eventSignedBySomeone("oslo"))));

        try (AmqpClient client = asOslo()) {
            assertThat(client.send("silofri.events.oslo", forged))
                    .hasValueSatisfying(state -> assertThat(state).isInstanceOf(Rejected.class));
            assertThat(client.send("silofri.events.oslo", own)).contains(Accepted.getInstance());
        }

        await().until(() -> hub.received.size() == 1);
    }

    /** The gate would read one, a reader the other. */
    @Test
    void dropsAtTheHubWhatCarriesAnEventInBothForms() throws IOException {
        Message twofold = message();
        twofold.setApplicationProperties(
                new ApplicationProperties(
                        Map.of(
                                "cloudEvents_jws",
                                eventSignedBySomeone("oslo"),
                                "cloudEvents:jws",
                                eventSignedBySomeone("bergen"))));

        try (AmqpClient client = asOslo()) {
            assertThat(client.send("silofri.events.oslo", twofold))
                    .hasValueSatisfying(state -> assertThat(state).isInstanceOf(Rejected.class));
        }
    }

    @Test
    void readsNothingOutOfAnyAttributeInBothForms() throws IOException {
        Message twofold = message();
        twofold.setApplicationProperties(
                new ApplicationProperties(
                        Map.of("cloudEvents_salt", "a", "cloudEvents:salt", "b")));

        try (AmqpClient client = asOslo()) {
            assertThat(client.send("silofri.events.oslo", twofold))
                    .contains(Accepted.getInstance());
        }

        await().until(() -> hub.received.size() == 1);
        assertThat(hub.received.getFirst().attributes()).isEmpty();
    }

    /** A type that nobody wrote would contradict the signed one. */
    @ParameterizedTest
    @ValueSource(strings = {"no media type", ""})
    void inventsNoContentType(String type) throws IOException {
        Message event = message();
        event.setContentType(type.isEmpty() ? null : type);

        try (AmqpClient client = asOslo()) {
            client.send("silofri.events.oslo", event);
        }

        await().until(() -> hub.received.size() == 1);
        assertThat(hub.received.getFirst().attributes()).doesNotContainKey("datacontenttype");
    }

    @Test
    void dropsAtTheHubWhatIsLargerThanAnEvent() throws IOException {
        Message large = message();
        large.setBody(new Data(new Binary(new byte[700_000])));

        try (AmqpClient client = asOslo()) {
            assertThat(client.send("silofri.events.oslo", large))
                    .hasValueSatisfying(state -> assertThat(state).isInstanceOf(Rejected.class));
        }
    }

    @Test
    void letsACityConsumeItsOwnQueue() throws IOException {
        hub.publish(1);
        try (AmqpClient client = asOslo()) {
            Message event = client.receive("silofri.all::sub.oslo").orElseThrow();

            assertThat(event.getContentType()).isEqualTo("application/n-triples");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silofri.events.bergen",
                "silofri.all",
                "silofri.all::sub.bergen",
                "silofri.all::sub.oslo",
                "silofri.dead",
                "silofri.events.new",
                "activemq.management",
                "activemq.notifications"
            })
    void refusesToSendAnywhereElse(String address) throws IOException {
        try (AmqpClient client = asOslo()) {
            assertThat(client.send(address, message())).isEmpty();
        }
        assertThat(hub.broker().depths().values()).containsOnly(0L);
    }

    @Test
    void refusesToSendElsewhereByAnAnonymousLink() throws IOException {
        Message message = message();
        message.setAddress("silofri.events.bergen");
        try (AmqpClient client = asOslo()) {
            assertThat(client.send("", message)).isNotEqualTo(Optional.of(Accepted.getInstance()));
        }
        assertThat(hub.broker().depths().values()).containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silofri.all::sub.bergen",
                "silofri.all::sub.coordinator",
                "sub.bergen",
                "silofri.all",
                "silofri.all::mine",
                "silofri.events.oslo",
                "silofri.events.bergen",
                "silofri.dead::silofri.dead",
                "silofri.dead",
                "activemq.management",
                "activemq.notifications"
            })
    void refusesToConsumeOrBrowseAnythingElse(String source) throws IOException {
        try (AmqpClient client = asOslo()) {
            assertThat(client.mayReceive(source, false)).isFalse();
        }
        try (AmqpClient client = asOslo()) {
            assertThat(client.mayReceive(source, true)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"removeAllMessages", "destroyQueue"})
    void letsNobodyPurgeOrDeleteAQueue(String operation) throws IOException {
        hub.publish(2);
        await().until(() -> hub.waiting("sub.bergen") == 2);
        Message order = Proton.message();
        order.setBody(new AmqpValue("[\"sub.bergen\"]"));
        order.setApplicationProperties(
                new ApplicationProperties(
                        Map.of(
                                "_AMQ_ResourceName",
                                operation.equals("destroyQueue") ? "broker" : "queue.sub.bergen",
                                "_AMQ_OperationName",
                                operation)));

        try (AmqpClient client = asOslo()) {
            client.send("activemq.management", order);
        }

        assertThat(hub.waiting("sub.bergen")).isEqualTo(2);
    }

    @Test
    void refusesAWrongPasswordAnUnknownUserAndNoUser() throws IOException {
        assertThat(accepted("oslo", "guess")).isFalse();
        assertThat(accepted("nobody", oslo.password())).isFalse();
        assertThat(accepted("bergen", oslo.password())).isFalse();
        assertThat(accepted("_node", "guess")).isFalse();
        assertThat(accepted("_cluster", "guess")).isFalse();
        try (AmqpClient client = new AmqpClient(port, null, "")) {
            assertThat(client.accepted()).isFalse();
        }
        assertThat(accepted("oslo", oslo.password())).isTrue();
    }

    @Test
    void takesTheOldPasswordAwayWhenANewOneIsIssued() throws IOException {
        HubLogin next = hub.accounts.issue("oslo");

        assertThat(accepted("oslo", oslo.password())).isFalse();
        assertThat(accepted("oslo", next.password())).isTrue();
    }

    @Test
    void endsTheConnectionOfASuspendedMemberAndRefusesIt() throws IOException {
        try (AmqpClient client = asOslo()) {
            assertThat(client.accepted()).isTrue();

            new Hub(hub.broker(), hub.accounts).suspend("oslo");

            assertThat(client.send("silofri.events.oslo", message())).isEmpty();
        }
        assertThat(accepted("oslo", oslo.password())).isFalse();
    }

    @Test
    void keepsOnlyAHashOfTheSecret() {
        assertThat(hub.values.values()).noneMatch(value -> value.contains(oslo.password()));
        assertThat(oslo.toString()).doesNotContain(oslo.password());
    }

    @Test
    void tellsTheOperatorOfDeniedLinks() throws IOException {
        try (AmqpClient client = asOslo()) {
            client.mayReceive("silofri.all::sub.bergen", false);
        }

        assertThat(hub.denied.since(Instant.now().minus(Duration.ofMinutes(1))))
                .anySatisfy(denied -> {
                    assertThat(denied.user()).isEqualTo("oslo");
                    assertThat(denied.wish()).contains("silofri.all::sub.bergen");
                });
    }

    private boolean accepted(String user, String password) throws IOException {
        try (AmqpClient client = new AmqpClient(port, user, password)) {
            return client.accepted();
        }
    }

    private AmqpClient asOslo() throws IOException {
        return new AmqpClient(port, oslo.user(), oslo.password());
    }

    private static String eventSignedBySomeone(String city) {
        Payload payload = Payload.of(new byte[] {1});
        Envelope envelope =
                new Envelope(
                        new CityId(city),
                        1,
                        1,
                        Hashes.NONE,
                        EventType.PUBLISHED,
                        "https://%s.example.org/id/problem/air".formatted(city),
                        Instant.parse("2026-11-23T20:00:00Z"),
                        Envelope.ONTOLOGY_1_0,
                        "application/n-triples",
                        payload.hash());
        return new EventSigner(SigningKey.generate()).sign(envelope, payload).jws();
    }

    private static Message message() {
        Message message = Proton.message();
        message.setDurable(true);
        message.setBody(new Data(new Binary("x".getBytes(StandardCharsets.UTF_8))));
        return message;
    }
}
