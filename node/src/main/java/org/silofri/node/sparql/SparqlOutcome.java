package org.silofri.node.sparql;

import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;

/** What came of a query. */
public sealed interface SparqlOutcome {

    /**
     * The whole result.
     *
     * @param body serialised in {@code type}
     * @param positions up to which event of each city the answer counts
     */
    record Answered(MediaType type, ByteArrayResource body, Map<CityId, Position> positions)
            implements SparqlOutcome {}

    /**
     * The query is wrong, or asks for more than is given.
     *
     * @param detail what is wrong and what helps
     */
    record Refused(String detail) implements SparqlOutcome {}

    /** None of the wanted forms is offered for this kind of query. */
    record NotAcceptable() implements SparqlOutcome {}

    /** All workers are busy and the queue is full, or memory is short: try again. */
    record Busy() implements SparqlOutcome {}

    /** The deadline passed. */
    record TimedOut() implements SparqlOutcome {}

    /** Something is broken here; the log tells what, the answer does not. */
    record Failed() implements SparqlOutcome {}
}
