package org.silofri.node.bus;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.replication.ReceiveResult;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.Source;

/**
 * Hands what came over the bus to replication. Own events come back from the hub and are dropped
 * here; one that the own log does not hold goes on, because it tells of a second writer (F8).
 */
final class BusInlet {

    /** Which link is counted for what is not authentic (F16). */
    private static final Source HUB = Source.unasked("hub");

    private final NodeIdentity identity;
    private final EventLog log;
    private final ReplicationService replication;
    private final BusStatements statements;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    BusInlet(
            NodeIdentity identity,
            EventLog log,
            ReplicationService replication,
            BusStatements statements) {
        this.identity = identity;
        this.log = log;
        this.replication = replication;
        this.statements = statements;
    }

    /** Returns when nothing is left to do for the message. */
    void accept(BusMessage message) {
        received.incrementAndGet();
        if (BusStatements.isStatement(message)) {
            statements.receive(message, HUB);
        } else if (!isReturned(message)) {
            ReceiveResult result = replication.receive(message.attributes(), message.body(), HUB);
            if (result instanceof ReceiveResult.Rejected(var reason)
                    && reason == RejectionReason.MALFORMED) {
                malformed.incrementAndGet();
            }
        }
    }

    long received() {
        return received.get();
    }

    long malformed() {
        return malformed.get();
    }

    private boolean isReturned(BusMessage message) {
        String[] id = message.attributes().getOrDefault("id", "").split("/", -1);
        if (id.length != 3 || !CityId.isValid(id[0])) {
            return false;
        }
        CityId city = new CityId(id[0]);
        Optional<Position> position = Position.parse(id[1] + ":" + id[2]);
        return identity.owns(city)
                && position.flatMap(at -> log.find(city, at))
                        .map(SignedEvent::jws)
                        .filter(jws -> jws.equals(message.attributes().get("jws")))
                        .isPresent();
    }
}
