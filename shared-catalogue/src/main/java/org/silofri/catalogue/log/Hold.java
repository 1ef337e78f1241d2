package org.silofri.catalogue.log;

import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.event.SignedEvent;

/**
 * Why a stored event is not projected.
 *
 * @param reason name of a {@link QuarantineReason}, or {@link #PENDING}
 */
record Hold(String reason, String detail, Optional<Instant> due, Instant since) {

    /** Only the payload is missing (F14). */
    static final String PENDING = "PENDING";

    static Optional<Hold> of(Verdict verdict, SignedEvent event, Instant now) {
        return switch (verdict) {
            case Verdict.Quarantined(var reason, var detail, var due) ->
                    Optional.of(new Hold(reason.name(), detail, due, now));
            case Verdict.Accepted() ->
                    event.payload() == null ? Optional.of(pending(now)) : Optional.empty();
        };
    }

    static Hold pending(Instant now) {
        return new Hold(PENDING, "waits for its payload or for its erasure", Optional.empty(), now);
    }
}
