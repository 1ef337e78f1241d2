package org.silofri.catalogue.log;

import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** Stores peers' authentic events, each exactly at the end of its city's chain. */
final class PeerStore {

    private PeerStore() {}

    static Stored store(LogTransaction tx, Judged judged, Instant now) {
        SignedEvent event = judged.event();
        Verdict verdict = judged.verdict();
        Envelope envelope = event.envelope();
        Optional<LogTransaction.Known> known = tx.find(envelope.city(), envelope.position());
        if (known.isPresent() && known.get().hash().equals(event.hash())) {
            return Holds.complete(tx, known.get().id(), event, verdict);
        }
        if (known.isPresent() || !follows(tx, envelope)) {
            return new Stored.NotNext(tx.head(envelope.city()));
        }
        if (!mayGrow(tx, envelope, verdict)) {
            return new Stored.Frozen();
        }
        long id = EventInsert.insert(tx, event, length(judged));
        Optional<Hold> hold = Hold.of(verdict, event, now);
        hold.ifPresent(h -> Holds.hold(tx, id, h));
        long n = tx.addChange(id, envelope.city(), envelope.position(), true);
        if (hold.isEmpty()) {
            Acceptance.accept(tx, id, event);
        }
        return new Stored.Saved(n);
    }

    private static boolean follows(LogTransaction tx, Envelope envelope) {
        Optional<Head> head = tx.head(envelope.city());
        Position last = head.map(Head::position).orElse(Position.START);
        if (envelope.position().equals(last.next())) {
            return envelope.prev().equals(head.map(Head::hash).orElse(Hashes.NONE));
        }
        return envelope.position().equals(Epochs.opening(last))
                && Epochs.lastKept(tx, envelope).isPresent();
    }

    /** A frozen city goes on only by the start of a new epoch that the gate let through (F7). */
    private static boolean mayGrow(LogTransaction tx, Envelope envelope, Verdict verdict) {
        boolean agreed =
                tx.frozenAt(envelope.city())
                        .map(at -> envelope.position().compareTo(at) < 0)
                        .orElse(true);
        if (agreed) {
            return true;
        }
        boolean reopens =
                envelope.type() == EventType.EPOCH_STARTED && verdict instanceof Verdict.Accepted;
        if (reopens) {
            tx.reopen(envelope.city());
        }
        return reopens;
    }

    /**
     * Nobody has signed the length of a payload that is absent: the largest that can come counts.
     */
    private static long length(Judged judged) {
        var payload = judged.event().payload();
        return payload == null ? EventInsert.MOST_PAYLOAD : payload.size();
    }
}
