package org.silofri.node.bus.dial;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.silofri.node.identity.NotStartable;
import org.silofri.node.tls.Tls;

/**
 * Where the hub listens and cities dial.
 *
 * @param tls whether the way is encrypted, {@code amqps}
 */
public record HubAddress(String host, int port, boolean tls) {

    private static final int PLAIN_PORT = 5672;
    private static final int TLS_PORT = 5671;

    /**
     * Reads {@code amqp://host:port} or {@code amqps://host:port}.
     *
     * @throws NotStartable if it is neither
     */
    public static HubAddress of(URI address) {
        boolean tls = "amqps".equals(address.getScheme());
        if (!(tls || "amqp".equals(address.getScheme())) || address.getHost() == null) {
            throw new NotStartable(
                    ("The hub's address %s is not of the form amqps://host:port or"
                                    + " amqp://host:port")
                            .formatted(address),
                    "mend it in silofri.bus.hub, or in network.json if there is none");
        }
        int usual = tls ? TLS_PORT : PLAIN_PORT;
        return new HubAddress(
                address.getHost(), address.getPort() > 0 ? address.getPort() : usual, tls);
    }

    /** The same with another host. */
    public HubAddress at(String other) {
        return new HubAddress(other, port, tls);
    }

    /**
     * Logins and events must not cross a foreign network in the clear.
     *
     * @throws NotStartable if they would
     */
    public void requireProtected(boolean plaintextAllowed) {
        if (!tls && !plaintextAllowed && !loopback()) {
            throw new NotStartable(
                    "The way to the hub %s is not encrypted: its address begins with amqp"
                            .formatted(this),
                    "write amqps (docs/security.md), or set silofri.bus.allow-plaintext=true where"
                            + " a tunnel or a network of your own protects the whole way");
        }
    }

    /**
     * At the hub: TLS needs a key.
     *
     * @throws NotStartable if there is none
     */
    public void requireKey(Tls with) {
        if (tls && !with.hasKey()) {
            throw new NotStartable(
                    "The hub's address begins with amqps, and this node has no key for TLS",
                    "set silofri.tls.bundle to a bundle with a key store (docs/security.md), or"
                            + " silofri.bus.hub to amqp://localhost:5672 where a proxy of your own"
                            + " ends TLS");
        }
    }

    private boolean loopback() {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
