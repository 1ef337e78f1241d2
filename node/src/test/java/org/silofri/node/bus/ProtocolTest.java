package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.bus.access.DeniedLinks;
import org.silofri.node.identity.HubLogin;

/** The hub's network door speaks AMQP only: the known holes are in the other protocols. */
class ProtocolTest {

    private static final byte[] SASL = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final Duration AT_ONCE = Duration.ofMillis(1_500);
    private static final Duration IN_TIME = BusNode.HANDSHAKE.plusSeconds(3);

    @TempDir Path data;
    private BusNode hub;
    private HubLogin credential;

    @BeforeEach
    void startsAHub() {
        hub = BusNode.hub(data).start();
        credential = hub.accounts.issue("oslo");
        hub.admit("oslo");
    }

    @AfterEach
    void stopsIt() {
        hub.close();
    }

    @Test
    void refusesTheCoreProtocolWithARightPassword() {
        String url = "tcp://127.0.0.1:%d".formatted(hub.broker().port());
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url)) {
            locator.setInitialConnectAttempts(1).setReconnectAttempts(0).setCallTimeout(2_000);

            assertThatThrownBy(() ->
                            locator.createSessionFactory()
                                    .createSession(
                                            credential.user(),
                                            credential.password(),
                                            false,
                                            true,
                                            true,
                                            false,
                                            1))
                    .isInstanceOf(ActiveMQException.class);
        } catch (Exception e) { // the client's signature
            throw new AssertionError(e);
        }
    }

    /** Greetings of protocols with known holes; each is closed at once and without a word. */
    static Stream<Arguments> others() throws IOException {
        return Stream.of(
                Arguments.of("CORE", ascii("ARTEMIS")),
                Arguments.of("OpenWire", openWire()),
                Arguments.of("MQTT", mqtt()),
                Arguments.of("STOMP", ascii("CONNECT\naccept-version:1.2\nhost:hub\n\n\0")),
                Arguments.of("HTTP", ascii("GET / HTTP/1.1\r\nHost: hub\r\n\r\n")),
                Arguments.of("HTTP body", ascii("POST / HTTP/1.1\r\nContent-Length: 9999999\r\n")),
                Arguments.of("TLS", new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1}),
                Arguments.of("AMQP 0-9-1", new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void closesWhatSpeaksAnotherProtocol(String name, byte[] greeting) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(greeting);

            assertThat(readToEnd(socket, AT_ONCE)).isEmpty();
        }
        assertThat(hub.denied.since(Instant.EPOCH))
                .extracting(DeniedLinks.Denied::wish)
                .containsExactly("speak another protocol");
    }

    @Test
    void closesASilentConnection() throws IOException {
        try (Socket socket = connected()) {
            assertThat(readToEnd(socket, IN_TIME)).isEmpty();
        }
        assertThat(hub.denied.since(Instant.EPOCH))
                .extracting(DeniedLinks.Denied::wish)
                .containsExactly("stay without a login");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void closesWhatStopsInTheMiddleOfItsGreeting(int bytes) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(SASL, 0, bytes);

            assertThat(readToEnd(socket, IN_TIME)).isEmpty();
        }
    }

    @Test
    void closesWhatGreetsAndNeverLogsIn() throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(SASL);

            assertThat(readToEnd(socket, IN_TIME)).startsWith('A', 'M', 'Q', 'P');
        }
    }

    @Test
    void readsAGreetingThatComesByteByByte() throws IOException {
        try (Socket socket = connected()) {
            for (byte one : SASL) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
            }

            assertThat(socket.getInputStream().readNBytes(4)).containsExactly('A', 'M', 'Q', 'P');
        }
    }

    /** More than the broker takes, from the city's own address, and new ones all the time. */
    @Test
    void letsACityInWhileManySocketsAreHeld() throws Exception {
        List<Socket> held = new CopyOnWriteArrayList<>();
        Thread flood = Thread.ofVirtual().start(() -> flood(held));
        await().atMost(IN_TIME).until(() -> held.size() > 400);

        try (BusNode oslo = BusNode.withCredential("oslo", data, hub, credential).start()) {
            hub.publish(3);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> oslo.receivedFrom("coordinator").size() == 3);
        } finally {
            flood.interrupt();
            flood.join();
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    /** Half of them silent, half of them greeting. */
    private void flood(List<Socket> held) {
        try {
            while (!Thread.currentThread().isInterrupted() && held.size() < 3_000) {
                Socket socket = connected();
                held.add(socket);
                if (held.size() % 2 == 0) {
                    socket.getOutputStream().write(SASL);
                }
                Thread.sleep(2);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closesTheOldestOfTooManyConnectionsOfOneUser() throws IOException {
        List<AmqpClient> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(client());
            assertThat(clients.getLast().accepted()).isTrue();
        }

        await().atMost(IN_TIME)
                .untilAsserted(() ->
                        assertThat(ended(clients)).hasSize(2).doesNotContain(clients.getLast()));
        for (AmqpClient client : clients) {
            client.close();
        }
    }

    @Test
    void keepsAConnectionThatHasLoggedIn() throws IOException {
        try (AmqpClient client = client()) {
            assertThat(client.accepted()).isTrue();

            await().pollDelay(BusNode.HANDSHAKE.plusSeconds(1))
                    .atMost(IN_TIME.plusSeconds(5))
                    .until(() -> !client.ended());
        }
    }

    @Test
    void goesOnServingAmqpAfterwards() throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(ascii("CONNECT\n\n\0"));
            readToEnd(socket, AT_ONCE);
        }

        try (AmqpClient client = client()) {
            assertThat(client.accepted()).isTrue();
        }
    }

    private static List<AmqpClient> ended(List<AmqpClient> clients) throws IOException {
        List<AmqpClient> ended = new ArrayList<>();
        for (AmqpClient client : clients) {
            if (client.ended()) {
                ended.add(client);
            }
        }
        return ended;
    }

    private AmqpClient client() throws IOException {
        return new AmqpClient(hub.broker().port(), credential.user(), credential.password());
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), hub.broker().port());
    }

    /** What comes until the hub closes; a hub that does not is a failure. */
    private static byte[] readToEnd(Socket socket, Duration within) throws IOException {
        socket.setSoTimeout(Math.toIntExact(within.toMillis()));
        long end = System.nanoTime() + within.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                all.write(next);
                assertThat(System.nanoTime()).as("still open").isLessThan(end);
                next = socket.getInputStream().read();
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The hub did not close within " + within, e);
        } catch (SocketException e) {
            return all.toByteArray(); // closed by a reset
        }
        return all.toByteArray();
    }

    private static byte[] openWire() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(frame);
        byte[] magic = ascii("ActiveMQ");
        out.writeInt(1 + magic.length + 4 + 1 + 4);
        out.writeByte(1); // WIREFORMAT_INFO
        out.write(magic);
        out.writeInt(12); // version
        out.writeBoolean(true);
        out.writeInt(0); // no properties
        return frame.toByteArray();
    }

    private static byte[] mqtt() {
        return new byte[] {
            0x10, 16, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 4, 'o', 's', 'l', 'o'
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
