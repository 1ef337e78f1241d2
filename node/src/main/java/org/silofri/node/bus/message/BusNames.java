package org.silofri.node.bus.message;

import org.silofri.catalogue.entry.CityId;

/** Addresses and queues, the same at every broker of the network. */
public final class BusNames {

    /** At the hub: the copies of all cities' events, one queue a reader. */
    public static final String ALL = "silofri.all";

    /** At a city: what came from the hub and is not stored yet. */
    public static final String INBOX = "inbox";

    /** What could not be delivered or handled, until it expires. */
    public static final String DEAD = "silofri.dead";

    /** Where what has expired goes; nothing ever lies there. */
    public static final String EXPIRED = "silofri.expired";

    private static final String EVENTS = "silofri.events.";

    private BusNames() {}

    /** The address that only this city may send to. */
    public static String events(CityId city) {
        return EVENTS + city;
    }

    /** At a city's node: own events that the hub has not taken yet. */
    public static String outbox(CityId city) {
        return "out." + city;
    }

    /** At the hub: what this reader has not taken yet. */
    public static String subscription(String reader) {
        return "sub." + reader;
    }

    /** The only name under which a reader may consume. */
    public static String qualifiedSubscription(String reader) {
        return ALL + "::" + subscription(reader);
    }

    /** At the hub: the copying of this city's events to {@link #ALL}. */
    public static String divert(CityId city) {
        return "all." + city;
    }
}
