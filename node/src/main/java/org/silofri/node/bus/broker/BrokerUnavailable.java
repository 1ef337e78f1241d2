package org.silofri.node.bus.broker;

/** The embedded broker could not start or stopped by itself; the supervisor tries again. */
public final class BrokerUnavailable extends RuntimeException {

    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public BrokerUnavailable(String message) {
        super(message);
    }
}
