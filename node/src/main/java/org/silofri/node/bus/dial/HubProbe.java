package org.silofri.node.bus.dial;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.silofri.node.tls.Tls;
import org.silofri.node.tls.TlsTrouble;

/**
 * Finds out why the hub is not reached: the broker's connector tells nobody. It dials as the
 * connector does, up to the hub's greeting, and hangs up.
 */
public final class HubProbe {

    private static final byte[] GREETING = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    private final HubAddress hub;
    private final Tls tls;
    private final int patience;

    /**
     * @param patience for each step
     */
    public HubProbe(HubAddress hub, Tls tls, Duration patience) {
        this.hub = hub;
        this.tls = tls;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /** What is wrong and what helps, a sentence; takes at most a few times the patience. */
    public String look() {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(hub.host(), hub.port()), patience);
            plain.setSoTimeout(patience);
            return hub.tls() ? encrypted(plain) : greeted(plain);
        } catch (SocketTimeoutException e) {
            return "The hub %s does not answer; a firewall may swallow what is sent there"
                    .formatted(hub);
        } catch (UnknownHostException e) {
            return "The hub's name %s is not known; ask its operator, or your own DNS's"
                    .formatted(hub.host());
        } catch (ConnectException e) {
            return "Nothing listens at %s (%s); ask the hub's operator"
                    .formatted(hub, e.getMessage());
        } catch (IOException e) {
            return "The hub %s is not reached: %s".formatted(hub, e.getMessage());
        }
    }

    private String encrypted(Socket plain) throws IOException {
        try (SSLSocket socket =
                (SSLSocket)
                        tls.dialling()
                                .getSocketFactory()
                                .createSocket(plain, hub.host(), hub.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return greeted(socket);
        } catch (SSLException | EOFException | SocketException e) {
            return TlsTrouble.words("the hub " + hub, hub.host(), e);
        }
    }

    /** A door that expects TLS closes at a greeting without. */
    private String greeted(Socket socket) throws IOException {
        socket.getOutputStream().write(GREETING);
        InputStream in = socket.getInputStream();
        if (in.read() == GREETING[0]) {
            return "The hub %s answers; it refuses this node's login or its queues, ask its operator"
                    .formatted(hub);
        }
        return hub.tls()
                ? "What answers at %s does not speak AMQP; ask the hub's operator".formatted(hub)
                : ("What answers at %s does not speak AMQP without TLS; write amqps instead of amqp"
                                + " if the hub has changed to TLS")
                        .formatted(hub);
    }
}
