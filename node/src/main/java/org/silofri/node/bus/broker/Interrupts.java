package org.silofri.node.bus.broker;

import org.apache.activemq.artemis.api.core.ActiveMQInterruptedException;

/** The broker's methods throw {@code Exception}; an interrupt among them must not be lost. */
final class Interrupts {

    private Interrupts() {}

    /** Marks the thread as interrupted again if that is what the failure comes from. */
    static void keep(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof InterruptedException || e instanceof ActiveMQInterruptedException) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
