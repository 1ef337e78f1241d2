package org.silofri.node.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.log.LogService;
import org.springframework.stereotype.Component;

/**
 * What was never stored (F16) and what is stored but not projected (F15), as metrics by reason; no
 * label has a value that a sender chooses.
 */
@Component
class RefusalMeters implements MeterBinder {

    private final EventLog log;

    RefusalMeters(LogService logs) {
        this.log = logs.log();
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        for (RejectionReason reason : RejectionReason.values()) {
            for (Door door : Door.values()) {
                FunctionCounter.builder(
                                "silofri.rejected", log, l -> l.rejections().count(reason, door))
                        .description("Arrived and never stored, since the log was made")
                        .tag("reason", label(reason))
                        .tag("door", door.label())
                        .register(metrics);
            }
        }
        for (QuarantineReason reason : QuarantineReason.values()) {
            Gauge.builder(
                            "silofri.quarantined",
                            log,
                            l -> l.quarantine().reasons().getOrDefault(reason, 0))
                    .description("Stored and served, not projected")
                    .tag("reason", label(reason))
                    .register(metrics);
        }
    }

    private static String label(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
