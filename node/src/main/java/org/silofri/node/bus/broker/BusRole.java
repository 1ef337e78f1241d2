package org.silofri.node.bus.broker;

import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.identity.HubLogin;

/** Where a node stands on the bus. */
public sealed interface BusRole {

    /**
     * The coordinator's node, to which all others dial.
     *
     * @param address to bind; port 0 takes a free one
     */
    record Hub(HubAddress address) implements BusRole {}

    /** A node that dials out to the hub. */
    record City(HubAddress hub, HubLogin login) implements BusRole {}

    /** A node that is not admitted yet: its events wait in its outbox. */
    record NotAdmitted() implements BusRole {}
}
