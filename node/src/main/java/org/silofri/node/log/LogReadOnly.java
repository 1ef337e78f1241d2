package org.silofri.node.log;

/** An own event cannot be written now (F8); the message tells why and what helps. */
public final class LogReadOnly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogReadOnly(String reason) {
        super(reason);
    }
}
