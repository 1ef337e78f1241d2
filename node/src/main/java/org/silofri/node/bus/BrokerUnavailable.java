package org.silofri.node.bus;

/** The embedded broker could not start or stopped by itself; the supervisor tries again. */
final class BrokerUnavailable extends RuntimeException {

    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    BrokerUnavailable(String message) {
        super(message);
    }
}
