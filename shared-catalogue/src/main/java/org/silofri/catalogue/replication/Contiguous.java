package org.silofri.catalogue.replication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Judged;
import org.silofri.catalogue.log.Stored;
import org.silofri.catalogue.log.Verdict;

/** The plain case in bulk: events of one epoch that follow the head one after another. */
final class Contiguous {

    private static final int MOST = 250;

    private Contiguous() {}

    /** Stores the longest plain run from there on; empty when the first event is not plain. */
    static List<GateDecision> store(EventLog log, List<Incoming> run, int from, Instant now) {
        List<GateDecision> decisions = new ArrayList<>();
        List<Judged> plain = new ArrayList<>();
        Optional<Head> head = Optional.empty();
        Optional<Position> frozenAt = Optional.empty();
        for (int i = from; i < run.size() && plain.size() < MOST; i++) {
            if (!(run.get(i).verified() instanceof VerifyResult.Authentic(SignedEvent event))) {
                break;
            }
            if (plain.isEmpty()) {
                head = log.head(event.city());
                frozenAt = log.forks().frozenAt(event.city());
            }
            if (frozenAt.isPresent() || !follows(head, event, plain)) {
                break;
            }
            GateState state = new GateState(head, Optional.empty(), Optional.empty(), frozenAt);
            GateDecision decision = SequenceGate.decide(state, run.get(i), now);
            Optional<Verdict> verdict = verdict(decision);
            if (verdict.isEmpty()) {
                break;
            }
            plain.add(new Judged(event, verdict.get()));
            decisions.add(decision);
            head = Optional.of(new Head(event.city(), event.position(), event.hash(), now));
        }
        save(log, plain);
        return decisions;
    }

    private static boolean follows(Optional<Head> head, SignedEvent event, List<Judged> before) {
        Position last = head.map(Head::position).orElse(Position.START);
        CityId city = before.isEmpty() ? event.city() : before.getFirst().event().city();
        return event.city().equals(city)
                && event.position().equals(last.next())
                && event.envelope().type() != EventType.EPOCH_STARTED;
    }

    private static Optional<Verdict> verdict(GateDecision decision) {
        if (decision instanceof GateDecision.Quarantine(var verdict)) {
            return Optional.of(verdict);
        }
        return decision instanceof GateDecision.Accept
                ? Optional.of(new Verdict.Accepted())
                : Optional.empty();
    }

    private static void save(EventLog log, List<Judged> plain) {
        if (plain.isEmpty()) {
            return;
        }
        for (Stored stored : log.storeAll(plain)) {
            if (!(stored instanceof Stored.Saved)) {
                throw new IllegalStateException("A run was next and is not: %s".formatted(stored));
            }
        }
    }
}
