package org.silofri.node.bus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/** A foreign AMQP 1.0 client that may do anything. One thread. */
public final class AmqpClient implements AutoCloseable {

    private static final int TICK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FRAME = 64 * 1024;

    private final Socket socket;
    private final Transport transport = Proton.transport();
    private final Connection connection = Proton.connection();
    private final Session session;
    private int links;
    private boolean ended;

    /** Connects; without a user it sends no SASL at all. */
    public AmqpClient(int port, @Nullable String user, String password) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TICK_MILLIS);
        if (user != null) {
            Sasl sasl = transport.sasl();
            sasl.client();
            sasl.plain(user, password);
        }
        connection.setContainer("client");
        connection.setHostname("hub");
        transport.bind(connection);
        connection.open();
        session = connection.session();
        session.open();
    }

    /** Whether the broker opened connection and session. */
    boolean accepted() throws IOException {
        pump(() -> ended || refused() || session.getRemoteState() != EndpointState.UNINITIALIZED);
        return !ended
                && !refused()
                && connection.getRemoteState() == EndpointState.ACTIVE
                && session.getRemoteState() == EndpointState.ACTIVE;
    }

    /** Whether the broker has closed the connection by now. */
    boolean ended() throws IOException {
        pumpFor(Duration.ofMillis(TICK_MILLIS));
        return ended;
    }

    private boolean refused() {
        return connection.getRemoteState() == EndpointState.CLOSED
                || session.getRemoteState() == EndpointState.CLOSED;
    }

    /** Sends; tells what the broker says of the message, nothing when the link was refused. */
    public Optional<DeliveryState> send(String address, Message message) throws IOException {
        Sender sender = session.sender("link-" + links++);
        Target target = new Target();
        target.setAddress(address);
        sender.setTarget(target);
        sender.setSource(new Source());
        sender.open();
        pump(() -> over(sender) || sender.getCredit() > 0);
        if (over(sender)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[2 * FRAME];
        int length;
        while (true) {
            try {
                length = message.encode(bytes, 0, bytes.length);
                break;
            } catch (java.nio.BufferOverflowException e) {
                bytes = new byte[2 * bytes.length];
            }
        }
        Delivery delivery = sender.delivery(new byte[] {1});
        sender.send(bytes, 0, length);
        sender.advance();
        pump(() -> over(sender) || delivery.getRemoteState() != null);
        Optional<DeliveryState> state = Optional.ofNullable(delivery.getRemoteState());
        sender.close();
        pump(() -> true);
        return state;
    }

    /** Whether the broker lets it read from there. */
    boolean mayReceive(String source, boolean browse) throws IOException {
        Receiver receiver = receiver(source, browse);
        pump(() -> over(receiver) || receiver.getRemoteState() == EndpointState.ACTIVE);
        pumpFor(Duration.ofMillis(300));
        boolean open = !over(receiver) && receiver.getRemoteSource() != null;
        receiver.close();
        pump(() -> true);
        return open;
    }

    /** The next message, accepted. */
    Optional<Message> receive(String source) throws IOException {
        Receiver receiver = receiver(source, false);
        receiver.flow(1);
        pump(() -> over(receiver) || complete(receiver));
        if (!complete(receiver)) {
            return Optional.empty();
        }
        Delivery delivery = receiver.current();
        byte[] bytes = new byte[delivery.available()];
        receiver.recv(bytes, 0, bytes.length);
        Message message = Proton.message();
        message.decode(bytes, 0, bytes.length);
        delivery.disposition(org.apache.qpid.proton.amqp.messaging.Accepted.getInstance());
        delivery.settle();
        receiver.close();
        pumpFor(Duration.ofMillis(200));
        return Optional.of(message);
    }

    private static boolean complete(Receiver receiver) {
        return receiver.current() != null && !receiver.current().isPartial();
    }

    private Receiver receiver(String address, boolean browse) {
        Receiver receiver = session.receiver("link-" + links++);
        Source source = new Source();
        source.setAddress(address);
        if (browse) {
            source.setDistributionMode(Symbol.valueOf("copy"));
        }
        receiver.setSource(source);
        receiver.setTarget(new Target());
        receiver.open();
        return receiver;
    }

    private boolean over(Link link) {
        return ended || refused() || link.getRemoteState() == EndpointState.CLOSED;
    }

    private void pumpFor(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        pump(() -> ended || System.nanoTime() > end);
    }

    /** Moves bytes both ways until that is so, but not for ever. */
    private void pump(BooleanSupplier done) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            write();
            if (done.getAsBoolean()) {
                return;
            }
            read();
        } while (System.nanoTime() < end);
    }

    private void write() throws IOException {
        while (transport.pending() > 0) {
            ByteBuffer head = transport.head();
            byte[] bytes = new byte[head.remaining()];
            head.get(bytes);
            transport.pop(bytes.length);
            try {
                socket.getOutputStream().write(bytes);
            } catch (SocketException e) {
                ended = true;
            }
        }
    }

    private void read() throws IOException {
        byte[] buffer = new byte[Math.min(FRAME, Math.max(1, transport.capacity()))];
        try {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                ended = true;
                return;
            }
            transport.tail().put(buffer, 0, count);
            transport.process();
        } catch (SocketTimeoutException e) {
            // nothing came in this tick
        } catch (SocketException e) {
            ended = true; // the broker may reset instead of closing
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
