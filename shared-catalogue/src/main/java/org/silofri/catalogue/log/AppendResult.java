package org.silofri.catalogue.log;

import java.util.Optional;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** What came of an own event. */
public sealed interface AppendResult {

    /** Signed, in the chain and on disk: it is <em>saved</em> (F9). */
    record Appended(SignedEvent event) implements AppendResult {}

    /**
     * Nothing was written: another event about the entry came first.
     *
     * @param latest the event that stands there, empty when there is none
     */
    record Conflict(Optional<Position> latest) implements AppendResult {}

    /**
     * Nothing was written: a request with that name was answered within {@link Requests#KEPT}.
     *
     * @param first what came of it; its content may be another
     */
    record Repeated(AnsweredRequest first) implements AppendResult {}
}
