package org.silofri.node.bus.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Door;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.replication.ReceiveResult;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.Source;

/**
 * Hands what came over the bus to replication, what came together as one. Own events come back from
 * the hub and are dropped here; one that the own log does not hold goes on, because it tells of a
 * second writer (F8).
 */
public final class BusInlet {

    /** Which link is counted for what is not authentic (F16). */
    private static final Source HUB = Source.unasked(Door.BUS, "hub");

    private final NodeIdentity identity;
    private final EventLog log;
    private final ReplicationService replication;
    private final BusStatements statements;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    public BusInlet(
            NodeIdentity identity,
            EventLog log,
            ReplicationService replication,
            BusStatements statements) {
        this.identity = identity;
        this.log = log;
        this.replication = replication;
        this.statements = statements;
    }

    /** Returns when nothing is left to do for these messages. */
    public void accept(List<BusMessage> messages) {
        received.addAndGet(messages.size());
        List<SignedEvent> events = new ArrayList<>();
        List<BusMessage> said = new ArrayList<>();
        for (BusMessage message : messages) {
            if (BusStatements.isStatement(message)) {
                said.add(message);
            } else if (!isReturned(message)) {
                replication
                        .read(message.attributes(), message.body(), HUB)
                        .ifPresentOrElse(events::add, malformed::incrementAndGet);
            }
        }
        replication.receiveAll(events, HUB).stream()
                .filter(new ReceiveResult.Rejected(RejectionReason.MALFORMED)::equals)
                .forEach(result -> malformed.incrementAndGet());
        said.forEach(message -> statements.receive(message, HUB));
    }

    public long received() {
        return received.get();
    }

    public long malformed() {
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
