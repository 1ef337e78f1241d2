package org.silofri.catalogue.log;

import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.event.QuarantineReason;

/** How an authentic event of a peer enters the log; the chain advances in each case (F15). */
public sealed interface Verdict {

    /** Projected at once, or as soon as its payload arrives when that is absent (F14). */
    record Accepted() implements Verdict {}

    /**
     * Kept and served, not projected.
     *
     * @param detail for the operator, in English
     * @param due when it may be released without a further look (F12)
     */
    record Quarantined(QuarantineReason reason, String detail, Optional<Instant> due)
            implements Verdict {}
}
