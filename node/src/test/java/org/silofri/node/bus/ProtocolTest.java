package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.identity.HubLogin;

/** The hub's network door speaks AMQP only: the known holes are in the other protocols. */
class ProtocolTest {

    private static final int PATIENCE_MILLIS = 1_500;

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
    void answersAnAmqpGreeting() throws IOException {
        assertThat(answerTo(new byte[] {'A', 'M', 'Q', 'P', 3, 1, 0, 0}))
                .startsWith('A', 'M', 'Q', 'P');
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

    @Test
    void givesNoAnswerToTheCoreGreeting() throws IOException {
        assertThat(answerTo("ARTEMIS".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void givesNoAnswerToOpenWire() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(frame);
        byte[] magic = "ActiveMQ".getBytes(StandardCharsets.US_ASCII);
        out.writeInt(1 + magic.length + 4 + 1 + 4);
        out.writeByte(1); // WIREFORMAT_INFO
        out.write(magic);
        out.writeInt(12); // version
        out.writeBoolean(true);
        out.writeInt(0); // no properties

        assertThat(answerTo(frame.toByteArray())).isEmpty();
    }

    @Test
    void givesNoAnswerToMqtt() throws IOException {
        byte[] connect = {
            0x10, 16, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 4, 'o', 's', 'l', 'o'
        };

        assertThat(answerTo(connect)).isEmpty();
    }

    @Test
    void givesNoAnswerToStomp() throws IOException {
        String connect =
                "CONNECT\naccept-version:1.2\nhost:hub\nlogin:%s\npasscode:%s\n\n\0"
                        .formatted(credential.user(), credential.password());

        assertThat(answerTo(connect.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void givesNoAnswerToHttp() throws IOException {
        assertThat(
                        answerTo(
                                "GET / HTTP/1.1\r\nHost: hub\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void goesOnServingAmqpAfterwards() throws IOException {
        answerTo("CONNECT\n\n\0".getBytes(StandardCharsets.US_ASCII));

        try (AmqpClient client =
                new AmqpClient(hub.broker().port(), credential.user(), credential.password())) {
            assertThat(client.accepted()).isTrue();
        }
    }

    private byte[] answerTo(byte[] greeting) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.broker().port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(greeting);
            byte[] buffer = new byte[256];
            int count = socket.getInputStream().read(buffer);
            return count < 0 ? new byte[0] : java.util.Arrays.copyOf(buffer, count);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }
}
