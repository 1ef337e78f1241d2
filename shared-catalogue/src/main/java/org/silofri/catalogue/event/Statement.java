package org.silofri.catalogue.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;

/**
 * A signed word outside the log; only the latest of each kind and author is kept (WIRE "Statements
 * outside the log"). Older ones than the latest are ignored (F19).
 */
public sealed interface Statement {

    /** The member whose key signs. */
    CityId city();

    /** When it was signed, whole milliseconds. */
    Instant time();

    /** Name on the wire. */
    String wireName();

    /**
     * Where a city's own log stands.
     *
     * @param head last position; {@link Position#START} for an empty log
     * @param hash hash of the last event, {@link Hashes#NONE} for an empty log
     * @param proofs pairs of events that prove a fork, repeated until all hold them (F7)
     */
    record HeadStatement(
            CityId city, Position head, String hash, Instant time, List<ForkProof> proofs)
            implements Statement {
        /** Type on the wire. */
        public static final String TYPE = "org.silofri.log.head.v1";

        public HeadStatement {
            time = time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            proofs = List.copyOf(proofs);
        }

        @Override
        public String wireName() {
            return TYPE;
        }
    }

    /**
     * What a node holds of every city: receipts count nodes and name cities.
     *
     * @param city the node's name, a member whose key signs
     * @param held last contiguous position of each city
     */
    record NodePosition(CityId city, Map<CityId, Position> held, Instant time)
            implements Statement {
        /** Type on the wire. */
        public static final String TYPE = "org.silofri.node.position.v1";

        public NodePosition {
            time = time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            held = Map.copyOf(held);
        }

        @Override
        public String wireName() {
            return TYPE;
        }
    }

    /**
     * Two authentic events of one city that exclude each other (F7), as compact JWS.
     *
     * @param one the event that was first stored here
     * @param other the event that contradicts it
     */
    record ForkProof(String one, String other) {}
}
