package org.silofri.node.bus.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.TransformerConfiguration;
import org.apache.activemq.artemis.core.config.amqpBrokerConnectivity.AMQPBridgeBrokerConnectionElement;
import org.apache.activemq.artemis.core.config.amqpBrokerConnectivity.AMQPBridgeQueuePolicyElement;
import org.apache.activemq.artemis.core.config.amqpBrokerConnectivity.AMQPBrokerConnectConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.access.BusAccounts;
import org.silofri.node.bus.dial.DialContexts;
import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.bus.message.BusNames;
import org.silofri.node.tls.Tls;

/** The broker's settings, from the recipe that was tried (ADR 0030). */
final class BrokerConfiguration {

    /** By name, which is stored with the bindings of every hub and so must not change. */
    private static final String NORMALIZER = "org.silofri.node.bus.EventNormalizer";

    /** 1,900 instead of 283 durable sends a second. */
    private static final int JOURNAL_TIMEOUT_NANOS = 300_000;

    /** An event (256 KiB and its envelope) must fit into one journal write. */
    private static final int JOURNAL_BUFFER_BYTES = 1024 * 1024;

    /** Name of the acceptor for other nodes. */
    static final String NETWORK = "network";

    /** Larger ones are no events. */
    static final int LARGE_MESSAGE_BYTES = 512 * 1024;

    private static final int PAGE_BYTES = 2 * 1024 * 1024;
    private static final int ADDRESS_BYTES = 8 * 1024 * 1024;
    private static final int LOCK_WAIT_MILLIS = 10_000;
    private static final int EXPIRY_SCAN_MILLIS = 10_000;

    /** A filter that lets nothing through. */
    private static final String NOTHING = "AMQSize < 0";

    private BrokerConfiguration() {}

    /**
     * @param serverId in-process address, another for each broker of a JVM
     */
    static Configuration of(BrokerPlan plan, int serverId) {
        Configuration config = store(plan);
        config.setName(plan.node());
        config.setJMXManagementEnabled(false);
        config.setSecurityEnabled(true);
        // A refused login must count at once, and so must an admission.
        config.setAuthenticationCacheSize(0);
        config.setAuthorizationCacheSize(0);
        config.setClusterUser("_cluster");
        config.setClusterPassword(BusAccounts.randomSecret());
        config.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        config.setGracefulShutdownEnabled(false);
        config.addAddressSetting("#", addresses(plan.settings()));
        config.addAcceptorConfiguration(inProcess(serverId));
        addQueue(config, BusNames.DEAD, RoutingType.ANYCAST, BusNames.DEAD);
        config.addAddressConfiguration(nowhere());
        switch (plan.role()) {
            case BusRole.Hub hub -> config.addAcceptorConfiguration(network(plan.settings()));
            case BusRole.City city -> {
                cityQueues(config, plan);
                config.addAMQPConnection(toHub(city, plan, serverId));
            }
            case BusRole.NotAdmitted nothing -> cityQueues(config, plan);
        }
        return config;
    }

    private static Configuration store(BrokerPlan plan) {
        String folder = plan.folder().toAbsolutePath().toString();
        Configuration config = new ConfigurationImpl();
        config.setPersistenceEnabled(true);
        config.setJournalType(JournalType.NIO);
        config.setJournalDirectory(folder + "/journal");
        config.setBindingsDirectory(folder + "/bindings");
        config.setPagingDirectory(folder + "/paging");
        config.setLargeMessagesDirectory(folder + "/large");
        config.setJournalBufferTimeout_NIO(JOURNAL_TIMEOUT_NANOS);
        config.setJournalBufferSize_NIO(JOURNAL_BUFFER_BYTES);
        config.setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS);
        config.setGlobalMaxSize(plan.settings().memory().toBytes());
        config.setMaxDiskUsage(-1);
        config.setMinDiskFree(plan.settings().minDiskFree().toBytes());
        config.setMessageExpiryScanPeriod(EXPIRY_SCAN_MILLIS);
        return config;
    }

    /** Pages without a page limit: with one, messages were lost; expiry is the bound (F20). */
    private static AddressSettings addresses(BusSettings settings) {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(ADDRESS_BYTES)
                .setPageSizeBytes(PAGE_BYTES)
                .setExpiryDelay(settings.expiry().toMillis())
                .setMaxExpiryDelay(settings.expiry().toMillis())
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(SimpleString.of(BusNames.DEAD))
                .setExpiryAddress(SimpleString.of(BusNames.EXPIRED))
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static TransportConfiguration inProcess(int serverId) {
        return new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId), "in-vm");
    }

    /**
     * AMQP alone: the open CVEs are in the other protocols. It binds no port; {@link NetworkDoor}
     * hands it what has greeted as AMQP, after TLS.
     */
    private static TransportConfiguration network(BusSettings settings) {
        Map<String, Object> params = new HashMap<>();
        params.put("protocols", "AMQP");
        params.put("httpUpgradeEnabled", true); // "the connections come from elsewhere"
        params.put("connectionsAllowed", settings.maxConnections() + Newcomers.MOST);
        params.put("remotingThreads", 1);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                params,
                NETWORK,
                Map.of("saslMechanisms", "PLAIN", "amqpMinLargeMessageSize", LARGE_MESSAGE_BYTES));
    }

    private static void cityQueues(Configuration config, BrokerPlan plan) {
        addQueue(config, BusNames.INBOX, RoutingType.ANYCAST, BusNames.INBOX);
        for (CityId city : plan.cities()) {
            addQueue(config, BusNames.events(city), RoutingType.MULTICAST, BusNames.outbox(city));
        }
    }

    /**
     * Where what has expired goes: to a queue that takes nothing, so that it is gone without a
     * warning. It must not lie anywhere any longer (F14), and repair brings its event (F5, F20).
     */
    private static CoreAddressConfiguration nowhere() {
        return new CoreAddressConfiguration()
                .setName(BusNames.EXPIRED)
                .addRoutingType(RoutingType.MULTICAST)
                .addQueueConfiguration(
                        QueueConfiguration.of(BusNames.EXPIRED)
                                .setAddress(BusNames.EXPIRED)
                                .setRoutingType(RoutingType.MULTICAST)
                                .setFilterString(NOTHING)
                                .setDurable(true));
    }

    private static void addQueue(
            Configuration config, String address, RoutingType routing, String queue) {
        config.addAddressConfiguration(
                new CoreAddressConfiguration()
                        .setName(address)
                        .addRoutingType(routing)
                        .addQueueConfiguration(
                                QueueConfiguration.of(queue)
                                        .setAddress(address)
                                        .setRoutingType(routing)
                                        .setDurable(true)));
    }

    /** Without the fully qualified remote address nothing attaches, silently. */
    private static AMQPBrokerConnectConfiguration toHub(
            BusRole.City city, BrokerPlan plan, int serverId) {
        long retry = plan.settings().retry().toMillis();
        AMQPBridgeBrokerConnectionElement bridge =
                new AMQPBridgeBrokerConnectionElement("bridge")
                        .addProperty("disableReceiverDemandTracking", "true")
                        .addProperty("tunnel-core-messages", "false")
                        .addProperty("minLargeMessageSize", LARGE_MESSAGE_BYTES)
                        .addProperty("linkRecoveryInitialDelay", retry)
                        .addProperty("linkRecoveryDelay", retry);
        bridge.addBridgeFromQueuePolicy(
                new AMQPBridgeQueuePolicyElement()
                        .setName("in")
                        .addToIncludes(BusNames.INBOX, BusNames.INBOX)
                        .setRemoteAddress(BusNames.qualifiedSubscription(city.login().user()))
                        .setTransformerConfiguration(normalizer()));
        for (CityId own : plan.cities()) {
            bridge.addBridgeToQueuePolicy(
                    new AMQPBridgeQueuePolicyElement()
                            .setName("out-" + own)
                            .addToIncludes(BusNames.events(own), BusNames.outbox(own))
                            .setRemoteAddress(BusNames.events(own)));
        }
        return new AMQPBrokerConnectConfiguration("hub", dialled(city.hub(), serverId))
                .setReconnectAttempts(-1)
                .setRetryInterval(Math.toIntExact(retry))
                .setUser(city.login().user())
                .setPassword(city.login().password())
                .addBridge(bridge);
    }

    private static String dialled(HubAddress hub, int serverId) {
        String plain = "tcp://%s:%d".formatted(hub.host(), hub.port());
        return hub.tls()
                ? plain
                        + "?sslEnabled=true;verifyHost=true;enabledProtocols=%s;trustStorePath=%s"
                                .formatted(String.join(",", Tls.VERSIONS), tlsKey(serverId))
                : plain;
    }

    /** Under which the connector finds this node's TLS, see {@link DialContexts}. */
    static String tlsKey(int serverId) {
        return "silofri-" + serverId;
    }

    static TransformerConfiguration normalizer() {
        return new TransformerConfiguration(NORMALIZER);
    }
}
