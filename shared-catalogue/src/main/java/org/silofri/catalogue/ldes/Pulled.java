package org.silofri.catalogue.ldes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;

/** What asking a feed gave. */
public sealed interface Pulled {

    /**
     * Events of the range that was asked for, in order, not yet verified. Others that came along
     * are left out (F19).
     *
     * @param events may be empty: the feed has nothing of the range
     * @param refused what was no event, for counting (F16)
     * @param foreign how many events of other cities came along, for counting (F16)
     */
    record Events(List<SignedEvent> events, List<VerifyResult.NotAuthentic> refused, int foreign)
            implements Pulled {
        /** Keeps its own copies of the lists. */
        public Events {
            events = List.copyOf(events);
            refused = List.copyOf(refused);
        }
    }

    /**
     * The answer is no batch of events, or one beyond the limits.
     *
     * @param detail for the operator, in English
     */
    record Unreadable(String detail) implements Pulled {}

    /**
     * The feed could not be read; ask again later, or another.
     *
     * @param detail for the operator, in English
     * @param retryAfter when the peer said so
     */
    record Failed(String detail, Optional<Duration> retryAfter) implements Pulled {}
}
