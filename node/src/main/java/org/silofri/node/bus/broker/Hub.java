package org.silofri.node.bus.broker;

import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.DivertConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.access.BusAccounts;
import org.silofri.node.bus.access.BusReader;
import org.silofri.node.bus.message.BusNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hub's broker has beyond a city's: an address per city, copied to one common address with
 * one queue per reader. A late member reaches everyone without a change at any peer.
 */
public final class Hub {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final BusBroker broker;
    private final BusAccounts accounts;

    public Hub(BusBroker broker, BusAccounts accounts) {
        this.broker = broker;
        this.accounts = accounts;
    }

    /** Makes the queue and addresses of the hub's own node. */
    public void admitSelf(Set<CityId> cities) {
        prepare(new BusReader(broker.plan().node(), cities));
    }

    /**
     * Admits a reader, or its new cities; does nothing twice. The login opens last: a send without
     * the copying would be taken and dropped.
     */
    public void admit(BusReader reader) {
        prepare(reader);
        accounts.open(reader);
        LOG.atInfo().addKeyValue("peer", reader.user()).log("reader admitted at the bus");
    }

    /** Refuses the reader from now on and ends its connections; its queue stays until expiry. */
    public void suspend(String user) {
        accounts.shut(user);
        ActiveMQServer server = broker.running();
        server.getSessions().stream()
                .filter(session -> user.equals(session.getUsername()))
                .map(session -> session.getRemotingConnection())
                .distinct()
                .forEach(connection -> connection.disconnect(false));
        LOG.atInfo().addKeyValue("peer", user).log("reader suspended at the bus");
    }

    private void prepare(BusReader reader) {
        ActiveMQServer server = broker.running();
        try {
            address(server, BusNames.ALL);
            for (CityId city : reader.cities()) {
                address(server, BusNames.events(city));
            }
            server.createQueue(
                    QueueConfiguration.of(BusNames.subscription(reader.user()))
                            .setAddress(BusNames.ALL)
                            .setRoutingType(RoutingType.MULTICAST)
                            .setDurable(true)
                            .setAutoDelete(false),
                    true);
            for (CityId city : reader.cities()) {
                divert(server, city);
            }
        } catch (Exception e) { // the broker's signature
            Interrupts.keep(e);
            throw new BrokerUnavailable(
                    "The hub cannot make the queue of reader %s; admit it again"
                            .formatted(reader.user()),
                    e);
        }
    }

    private static void address(ActiveMQServer server, String name) throws Exception {
        server.addOrUpdateAddressInfo(
                new AddressInfo(SimpleString.of(name))
                        .setRoutingTypes(EnumSet.of(RoutingType.MULTICAST))
                        .setAutoCreated(false));
    }

    /** Diverts are stored with the bindings: look first. */
    private static void divert(ActiveMQServer server, CityId city) throws Exception {
        String name = BusNames.divert(city);
        if (server.getPostOffice().getBinding(SimpleString.of(name)) != null) {
            return;
        }
        server.deployDivert(
                new DivertConfiguration()
                        .setName(name)
                        .setRoutingName(name)
                        .setAddress(BusNames.events(city))
                        .setForwardingAddress(BusNames.ALL)
                        .setExclusive(false)
                        .setRoutingType(ComponentConfigurationRoutingType.MULTICAST)
                        .setTransformerConfiguration(BrokerConfiguration.normalizer()));
    }
}
