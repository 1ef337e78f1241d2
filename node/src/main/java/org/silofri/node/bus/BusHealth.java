package org.silofri.node.bus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.node.bus.access.DeniedLinks;

/**
 * How live delivery is doing. The bus is a hint: a bus that is down costs delay, never data.
 *
 * @param brokerStarted whether the embedded broker takes messages
 * @param receiving whether a consumer is attached to the node's queue
 * @param hub the connection to the hub
 * @param lastError the newest failure of broker, sender or receiver, as a sentence; null if none
 * @param queueDepths messages waiting, by queue name
 * @param denied what was refused here in the last ten minutes, at the hub only
 * @param received messages taken in since the start, those of no use too
 * @param malformed those of them that could not be read as an event
 */
public record BusHealth(
        boolean brokerStarted,
        boolean receiving,
        HubLink hub,
        @Nullable String lastError,
        Map<String, Long> queueDepths,
        List<DeniedLinks.Denied> denied,
        long received,
        long malformed) {

    /** Copies the collections. */
    public BusHealth {
        queueDepths = Map.copyOf(queueDepths);
        denied = List.copyOf(denied);
    }

    /** Whether the node can serve: a city without its hub can, a node without a broker cannot. */
    public boolean ready() {
        return brokerStarted && receiving;
    }

    /** The connection to the hub. */
    public sealed interface HubLink {
        /** This node is the hub. */
        record Here(int port, int connections) implements HubLink {}

        /** Connected without a break since then. */
        record Up(Instant since) implements HubLink {}

        /** Not connected since then; it is tried again by itself. */
        record Down(Instant since) implements HubLink {}

        /** The node has no bus credential yet: it is not admitted. */
        record NotAdmitted() implements HubLink {}
    }
}
