package org.silofri.catalogue.log;

import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;

/**
 * An event that is stored and served but not projected.
 *
 * @param reason why; empty while the event only waits for its payload (F14)
 * @param detail for the operator, in English
 * @param due when it may be released without a further look (F12)
 * @param since when it was stored here
 */
public record HeldEvent(
        SignedEvent event,
        Optional<QuarantineReason> reason,
        String detail,
        Optional<Instant> due,
        Instant since) {}
