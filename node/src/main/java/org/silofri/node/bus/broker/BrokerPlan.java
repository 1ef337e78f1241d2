package org.silofri.node.bus.broker;

import java.nio.file.Path;
import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.message.BusNames;

/**
 * What kind of broker to run.
 *
 * @param folder where it keeps its data; may be deleted while the node is down
 * @param node the node's name and, at the hub, the name of its own queue
 * @param cities whose events this node sends
 */
public record BrokerPlan(
        Path folder, String node, Set<CityId> cities, BusRole role, BusSettings settings) {

    public BrokerPlan {
        cities = Set.copyOf(cities);
    }

    /** The queue that this node's receiver reads. */
    public String inbox() {
        return role instanceof BusRole.Hub ? BusNames.subscription(node) : BusNames.INBOX;
    }

    public BrokerPlan withCities(Set<CityId> others) {
        return new BrokerPlan(folder, node, others, role, settings);
    }

    public boolean hub() {
        return role instanceof BusRole.Hub;
    }
}
