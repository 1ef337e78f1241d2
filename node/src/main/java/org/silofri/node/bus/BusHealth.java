package org.silofri.node.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param certificate what this node shows on the bus; null without TLS or certificate
 */
public record BusHealth(
        boolean brokerStarted,
        boolean receiving,
        HubLink hub,
        @Nullable String lastError,
        Map<String, Long> queueDepths,
        List<DeniedLinks.Denied> denied,
        long received,
        long malformed,
        @Nullable Certificate certificate) {

    /** Copies the collections. */
    public BusHealth {
        queueDepths = Map.copyOf(queueDepths);
        denied = List.copyOf(denied);
    }

    /** Whether the node can serve: a city without its hub can, a node without a broker cannot. */
    public boolean ready() {
        return brokerStarted && receiving;
    }

    /**
     * The connection and the certificate in words for the operator; empty when all is well or
     * nothing is known.
     */
    public List<String> troubles() {
        List<String> all = new ArrayList<>();
        if (hub instanceof HubLink.Down(var since, var problem)) {
            all.add(
                    "not connected to the hub since %s: %s"
                            .formatted(
                                    since.truncatedTo(ChronoUnit.SECONDS),
                                    problem == null ? "tried again by itself" : problem));
        }
        if (certificate != null) {
            certificate.trouble().ifPresent(all::add);
        }
        return all;
    }

    /**
     * What this node shows to the other side.
     *
     * @param expires end of its time
     * @param now when that was looked at
     */
    public record Certificate(Instant expires, Instant now) {

        private static final Duration EARLY = Duration.ofDays(21);

        /** What is wrong with it, or will soon be, and what helps. */
        public Optional<String> trouble() {
            String day = LocalDate.ofInstant(expires, ZoneOffset.UTC).toString();
            String remedy = "put a new one into the files of silofri.tls.bundle";
            if (!expires.isAfter(now)) {
                return Optional.of(
                        "this node's certificate expired on %s; %s".formatted(day, remedy));
            }
            return expires.isBefore(now.plus(EARLY))
                    ? Optional.of(
                            "this node's certificate expires on %s; %s".formatted(day, remedy))
                    : Optional.empty();
        }
    }

    /** The connection to the hub. */
    public sealed interface HubLink {
        /** This node is the hub. */
        record Here(int port, int connections) implements HubLink {}

        /** Connected without a break since then. */
        record Up(Instant since) implements HubLink {}

        /**
         * Not connected since then; it is tried again by itself.
         *
         * @param problem what is wrong and what helps, a sentence; null until that is known
         */
        record Down(Instant since, @Nullable String problem) implements HubLink {}

        /** The node has no bus credential yet: it is not admitted. */
        record NotAdmitted() implements HubLink {}
    }
}
