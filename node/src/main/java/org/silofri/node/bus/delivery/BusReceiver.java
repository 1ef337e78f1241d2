package org.silofri.node.bus.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.log.LogUnavailable;
import org.silofri.node.bus.broker.BrokerUnavailable;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.bus.message.BusNames;
import org.silofri.node.bus.message.CloudEventBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what came over the bus, as much as waits at the moment, and acknowledges it after it is
 * stored (F3). A message that fails again and again is put aside, so that it cannot stop those
 * behind it. The broker can lose a consumer without telling it; that is watched for.
 */
public final class BusReceiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusReceiver.class);
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final long BATCH_NANOS = Duration.ofMillis(250).toNanos();
    private static final long POLL_MILLIS = 500;
    private static final int TRIES = 8;

    private final BusBroker broker;
    private final Consumer<List<BusMessage>> handler;
    private final Supervised worker;
    private volatile boolean attached;
    private long failing = -1;
    private int failures;

    /**
     * @param handler returns when these messages need no second delivery; throws when one does
     */
    public BusReceiver(BusBroker broker, Consumer<List<BusMessage>> handler) {
        this.broker = broker;
        this.handler = handler;
        this.worker = Supervised.start("bus-receiver-" + broker.plan().node(), this::run);
    }

    public boolean attached() {
        return attached;
    }

    public @Nullable String lastError() {
        return worker.lastError();
    }

    private void run(Supervised self) throws ActiveMQException {
        String queue = broker.plan().inbox();
        try (BusBroker.InProcess connection = broker.connect()) {
            ClientSession session = connection.session();
            ClientConsumer consumer = session.createConsumer(queue);
            session.start();
            attached = true;
            while (!self.stopping()) {
                ClientMessage first = consumer.receive(POLL_MILLIS);
                if (first != null) {
                    handle(session, batch(first, consumer));
                    self.mended();
                } else if (consumer.isClosed() || broker.consumers(queue) == 0) {
                    throw new BrokerUnavailable("The consumer of " + queue + " vanished");
                }
            }
        } finally {
            attached = false;
        }
    }

    /** Never waits for more: what is there now, within bounds. */
    private static List<ClientMessage> batch(ClientMessage first, ClientConsumer consumer)
            throws ActiveMQException {
        List<ClientMessage> batch = new ArrayList<>();
        long end = System.nanoTime() + BATCH_NANOS;
        long bytes = 0;
        @Nullable ClientMessage next = first;
        while (next != null) {
            batch.add(next);
            bytes += next.getEncodeSize();
            boolean full = batch.size() == BATCH || bytes >= BATCH_BYTES;
            next = full || System.nanoTime() - end >= 0 ? null : consumer.receiveImmediate();
        }
        return batch;
    }

    /** All at once; if that fails, one by one to find the one that cannot be handled. */
    private void handle(ClientSession session, List<ClientMessage> batch) throws ActiveMQException {
        try {
            handler.accept(batch.stream().map(CloudEventBinding::read).toList());
        } catch (LogUnavailable e) {
            throw e; // no message's fault
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("bus messages fail together, trying them one by one");
            handleEach(session, batch);
            return;
        }
        for (ClientMessage message : batch) {
            message.acknowledge();
        }
        session.commit();
    }

    /** Acknowledges what is done even when a later one fails; the session is then given up. */
    private void handleEach(ClientSession session, List<ClientMessage> batch)
            throws ActiveMQException {
        try {
            for (ClientMessage message : batch) {
                handle(session, message);
                message.acknowledge();
            }
        } finally {
            session.commit();
        }
    }

    private void handle(ClientSession session, ClientMessage message) throws ActiveMQException {
        try {
            handler.accept(List.of(CloudEventBinding.read(message)));
        } catch (LogUnavailable e) {
            throw e; // not the message's fault
        } catch (RuntimeException e) {
            if (!isHopeless(message.getMessageID())) {
                throw e;
            }
            putAside(session, message, e);
        }
    }

    private boolean isHopeless(long id) {
        failures = id == failing ? failures + 1 : 1;
        failing = id;
        return failures >= TRIES;
    }

    private static void putAside(ClientSession session, ClientMessage message, Exception cause)
            throws ActiveMQException {
        LOG.atError()
                .addKeyValue("tries", TRIES)
                .setCause(cause)
                .log("bus message put aside in silofri.dead; repair fetches its event");
        ClientMessage copy = session.createMessage(Message.BYTES_TYPE, true);
        CloudEventBinding.write(CloudEventBinding.read(message), copy);
        try (ClientProducer producer = session.createProducer(BusNames.DEAD)) {
            producer.send(copy);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
