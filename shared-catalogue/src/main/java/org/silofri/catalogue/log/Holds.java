package org.silofri.catalogue.log;

import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** Holds stored events back from the projections, and lets them go. */
final class Holds {

    private Holds() {}

    static void hold(LogTransaction tx, long event, Hold hold) {
        tx.db()
                .update(
                        "INSERT INTO hold VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                                + " reason = excluded.reason, detail = excluded.detail, due = excluded.due",
                        event,
                        hold.reason(),
                        hold.detail(),
                        hold.due().map(Instant::toEpochMilli).orElse(null),
                        hold.since().toEpochMilli());
    }

    /** An event that is there already may bring the payload that is missing. */
    static Stored complete(LogTransaction tx, long id, SignedEvent event, Verdict verdict) {
        boolean waits = event.payload() != null && Hold.PENDING.equals(reason(tx, id).orElse(""));
        if (!waits) {
            return new Stored.AlreadyThere();
        }
        EventInsert.insertPayload(tx, id, event.payload());
        if (verdict instanceof Verdict.Quarantined) {
            Hold.of(verdict, event, Instant.EPOCH).ifPresent(hold -> hold(tx, id, hold));
            return new Stored.Completed();
        }
        release(tx, id, event);
        return new Stored.Completed();
    }

    static Optional<String> reason(LogTransaction tx, long id) {
        return tx.db()
                .first("SELECT reason FROM hold WHERE event = ?", row -> row.getString(1), id);
    }

    /** Lets the event go; without its payload it waits for that instead. */
    static void release(LogTransaction tx, long id, SignedEvent event) {
        if (event.payload() == null) {
            hold(tx, id, Hold.pending(Instant.EPOCH));
            return;
        }
        tx.db().update("DELETE FROM hold WHERE event = ?", id);
        Envelope envelope = event.envelope();
        if (!overtaken(tx, envelope)) {
            tx.addChange(id, envelope.city(), envelope.position(), false);
        }
        Acceptance.accept(tx, id, event);
    }

    /** A later version that is projected already must not be replaced by an earlier one (F15). */
    private static boolean overtaken(LogTransaction tx, Envelope envelope) {
        return envelope.type().aboutEntry()
                && latestAccepted(tx, envelope.city(), envelope.subject())
                        .map(latest -> latest.compareTo(envelope.position()) > 0)
                        .orElse(false);
    }

    static Optional<Position> latestAccepted(LogTransaction tx, CityId city, String subject) {
        return tx.db()
                .first(
                        "SELECT e.epoch, e.seq FROM event e"
                                + " JOIN payload p ON p.event = e.id"
                                + " LEFT JOIN hold h ON h.event = e.id"
                                + " LEFT JOIN closed_epoch c ON c.city = e.city AND c.epoch = e.epoch"
                                + " WHERE e.subject = ? AND e.city = ? AND h.event IS NULL"
                                + " AND (c.last_seq IS NULL OR e.seq <= c.last_seq)"
                                + " AND e.type IN ('org.silofri.entry.published.v1',"
                                + " 'org.silofri.entry.withdrawn.v1')"
                                + " ORDER BY e.epoch DESC, e.seq DESC LIMIT 1",
                        row -> new Position(row.getLong(1), row.getLong(2)),
                        subject,
                        city.value());
    }
}
