package org.silofri.node.bus.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.BrokerConnection;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.silofri.node.bus.access.BusSecurity;
import org.silofri.node.bus.dial.DialContexts;
import org.silofri.node.bus.message.BusNames;
import org.silofri.node.tls.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker inside the node (ADR 0030). At a city it has no network door: it dials out to the hub.
 * At the hub it has one door that speaks AMQP only. Start and stop belong to one thread; the rest
 * is thread-safe.
 */
public final class BusBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusBroker.class);
    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);
    private static final long START_SECONDS = 30;
    private static final long CALL_MILLIS = 30_000;

    private final BrokerPlan plan;
    private final BusSecurity security;
    private final Tls tls;
    private final int serverId = NEXT_ID.getAndIncrement();
    private volatile @Nullable NetworkDoor door;
    private volatile @Nullable ActiveMQServer server;

    public BusBroker(BrokerPlan plan, BusSecurity security, Tls tls) {
        this.plan = plan;
        this.security = security;
        this.tls = tls;
    }

    /**
     * Starts and waits until messages are taken.
     *
     * @throws BrokerUnavailable with the cause; nothing is left running. If the thread was
     *     interrupted, it still is
     */
    public void start() {
        long began = System.nanoTime();
        ActiveMQServerImpl starting =
                new ActiveMQServerImpl(BrokerConfiguration.of(plan, serverId), null, security);
        try {
            activate(starting);
            server = starting;
        } catch (Exception e) { // the broker's signature
            stop(starting);
            throw unavailable(e);
        }
        LOG.atInfo()
                .addKeyValue("peer", plan.role().getClass().getSimpleName())
                .addKeyValue("durationMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                .log("broker started");
    }

    private void activate(ActiveMQServer starting) throws Exception {
        NetworkDoor opening = null;
        DialContexts.offer(BrokerConfiguration.tlsKey(serverId), tls::dialling);
        if (plan.role() instanceof BusRole.Hub hub) {
            opening = new NetworkDoor(hub, plan.settings(), security, tls);
            door = opening;
            starting.registerBrokerPlugin(security.gate());
            starting.registerBrokerPlugin(opening);
        }
        starting.start();
        if (!starting.waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
            throw new BrokerUnavailable(
                    "The broker did not start; another process may use "
                            + plan.folder()
                            + ", stop it or look into the log");
        }
        if (opening != null) {
            opening.open(
                    (NettyAcceptor)
                            starting.getRemotingService().getAcceptor(BrokerConfiguration.NETWORK));
        }
    }

    private BrokerUnavailable unavailable(Exception cause) {
        Interrupts.keep(cause);
        return cause instanceof BrokerUnavailable known
                ? known
                : new BrokerUnavailable(
                        "The broker does not start in %s: %s"
                                .formatted(plan.folder(), cause.getMessage()),
                        cause);
    }

    public boolean started() {
        ActiveMQServer current = server;
        return current != null && current.isStarted() && current.isActive();
    }

    public BrokerPlan plan() {
        return plan;
    }

    /** The running broker, for the hub's own set-up. */
    ActiveMQServer running() {
        ActiveMQServer current = server;
        if (current == null || !current.isStarted()) {
            throw new BrokerUnavailable("The broker is not running; it is started again by itself");
        }
        return current;
    }

    /**
     * A new in-process connection; the caller closes it. Sends and acknowledgements are committed.
     */
    public InProcess connect() {
        ServerLocator locator =
                ActiveMQClient.createServerLocatorWithoutHA(
                        new TransportConfiguration(
                                InVMConnectorFactory.class.getName(),
                                Map.of("serverId", serverId)));
        locator.setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setCallTimeout(CALL_MILLIS)
                .setMinLargeMessageSize(BrokerConfiguration.LARGE_MESSAGE_BYTES);
        try {
            ClientSessionFactory factory = locator.createSessionFactory();
            ClientSession session =
                    factory.createSession(
                            BusSecurity.NODE_USER,
                            security.nodeSecret(),
                            false,
                            false,
                            false,
                            false,
                            1);
            return new InProcess(locator, session);
        } catch (Exception e) { // the broker's signature
            locator.close();
            Interrupts.keep(e);
            throw new BrokerUnavailable("The node cannot reach its own broker", e);
        }
    }

    /** Whether the connection to the hub stands and takes every own city's events. */
    public boolean linked() {
        ActiveMQServer current = server;
        return current != null
                && current.isStarted()
                && !current.getBrokerConnections().isEmpty()
                && current.getBrokerConnections().stream().allMatch(BrokerConnection::isConnected)
                && plan.cities().stream().allMatch(city -> consumers(BusNames.outbox(city)) > 0);
    }

    public int consumers(String queue) {
        ActiveMQServer current = server;
        @Nullable Queue found =
                current == null ? null : current.locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getConsumerCount();
    }

    /** The port that the network door has, 0 without one. */
    public int port() {
        NetworkDoor current = door;
        return current == null ? 0 : current.port();
    }

    public int connections() {
        ActiveMQServer current = server;
        return current == null ? 0 : current.getConnectionCount();
    }

    /** Messages waiting, by queue. */
    public Map<String, Long> depths() {
        ActiveMQServer current = server;
        Map<String, Long> depths = new HashMap<>();
        if (current != null && current.isStarted()) {
            current.getPostOffice()
                    .getAllBindings()
                    .filter(QueueBinding.class::isInstance)
                    .map(QueueBinding.class::cast)
                    .forEach(b ->
                            depths.put(
                                    b.getQueue().getName().toString(),
                                    b.getQueue().getMessageCount()));
        }
        return depths;
    }

    @Override
    public void close() {
        ActiveMQServer current = server;
        server = null;
        if (current != null) {
            stop(current);
            LOG.atInfo().addKeyValue("peer", plan.node()).log("broker stopped");
        }
    }

    /** Also for a thread that is interrupted: half a stop would leave the folder locked. */
    private void stop(ActiveMQServer stopping) {
        boolean interrupted = Thread.interrupted();
        NetworkDoor open = door;
        door = null;
        try {
            if (open != null) {
                open.shut();
            }
            stopping.stop();
        } catch (Exception e) { // the broker's signature
            Interrupts.keep(e);
            LOG.atWarn().setCause(e).log("broker does not stop cleanly; its journal is recovered");
        } finally {
            if (open != null) {
                open.close();
            }
            DialContexts.withdraw(BrokerConfiguration.tlsKey(serverId));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A session and the connection that is its own. */
    public record InProcess(ServerLocator locator, ClientSession session) implements AutoCloseable {

        @Override
        public void close() {
            try {
                session.close();
            } catch (ActiveMQException e) {
                LOG.atDebug().setCause(e).log("session was closed already");
            } finally {
                locator.close();
            }
        }
    }
}
