package org.silofri.node.bus.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.bus.message.BusNames;
import org.silofri.node.bus.message.CloudEventBinding;

/**
 * Gives the node's own events to its broker, in the order of the log and at least once, and its
 * statements, which need not survive.
 */
public final class BusSender implements AutoCloseable {

    /**
     * What a node says outside the log: the newest one counts.
     *
     * @param city on whose address it is said
     */
    public record Statement(CityId city, BusMessage message) {}

    private static final int BATCH = 100;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long STATEMENT_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long SOON_NANOS = Duration.ofMillis(800).toNanos();
    private static final long STATEMENT_LIVES_MILLIS = Duration.ofMinutes(2).toMillis();

    private final BusBroker broker;
    private final List<Outbox> outboxes;
    private final Supplier<List<Statement>> statements;
    private final Supervised worker;
    private volatile long statementDue;

    /**
     * @param statements asked for every 30 s and soon after {@link #changed}
     */
    public BusSender(
            BusBroker broker, List<Outbox> outboxes, Supplier<List<Statement>> statements) {
        this.broker = broker;
        this.outboxes = List.copyOf(outboxes);
        this.statements = statements;
        this.statementDue = System.nanoTime();
        this.worker = Supervised.start("bus-sender-" + broker.plan().node(), this::run);
    }

    /** The log has grown: looks for own events now, and says the new positions within a second. */
    public void changed() {
        long soon = System.nanoTime() + SOON_NANOS;
        if (soon - statementDue < 0) {
            statementDue = soon;
        }
        worker.wake();
    }

    public @Nullable String lastError() {
        return worker.lastError();
    }

    private void run(Supervised self) throws ActiveMQException, InterruptedException {
        try (BusBroker.InProcess connection = broker.connect()) {
            ClientSession session = connection.session();
            try (ClientProducer producer = session.createProducer()) {
                while (!self.stopping()) {
                    boolean more = sendEvents(session, producer);
                    sendStatements(session, producer);
                    self.mended();
                    if (!more) {
                        self.sleep(untilStatement());
                    }
                }
            }
        }
    }

    private Duration untilStatement() {
        Duration left = Duration.ofNanos(Math.max(1_000_000, statementDue - System.nanoTime()));
        return left.compareTo(POLL) < 0 ? left : POLL;
    }

    private boolean sendEvents(ClientSession session, ClientProducer producer)
            throws ActiveMQException {
        boolean more = false;
        for (Outbox outbox : outboxes) {
            List<Outbox.Outgoing> batch = outbox.next(BATCH);
            for (Outbox.Outgoing event : batch) {
                producer.send(
                        BusNames.events(outbox.city()), message(session, event.message(), true));
            }
            if (!batch.isEmpty()) {
                session.commit();
                outbox.taken(batch.getLast());
            }
            more |= !batch.isEmpty();
        }
        return more;
    }

    private void sendStatements(ClientSession session, ClientProducer producer)
            throws ActiveMQException {
        if (statementDue - System.nanoTime() > 0) {
            return;
        }
        statementDue = System.nanoTime() + STATEMENT_NANOS;
        for (Statement statement : statements.get()) {
            ClientMessage message = message(session, statement.message(), false);
            message.setExpiration(System.currentTimeMillis() + STATEMENT_LIVES_MILLIS);
            producer.send(BusNames.events(statement.city()), message);
        }
        session.commit();
    }

    private static ClientMessage message(ClientSession session, BusMessage event, boolean durable) {
        ClientMessage message = session.createMessage(Message.BYTES_TYPE, durable);
        CloudEventBinding.write(event, message);
        return message;
    }

    @Override
    public void close() {
        worker.close();
    }
}
