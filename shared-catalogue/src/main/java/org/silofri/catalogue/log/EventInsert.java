package org.silofri.catalogue.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;

/** Writes one event with its payload, page, place in the order of growth, and the new head. */
final class EventInsert {

    /** Most events on a feed page (WIRE "On HTTP"). */
    static final int PAGE_EVENTS = 250;

    /** A feed page closes with the event that brings it to this size. */
    static final long PAGE_BYTES = 4L * 1024 * 1024;

    /** A larger payload is not kept; its event is quarantined (F15). */
    static final int MOST_PAYLOAD = 256 * 1024;

    private record Page(long n, long events, long bytes) {

        boolean full() {
            return events >= PAGE_EVENTS || bytes >= PAGE_BYTES;
        }
    }

    private EventInsert() {}

    /**
     * Writes the event and tells its row id.
     *
     * @param length what the payload counts on its page: its original length, or the largest one
     *     where that is not known (ADR 0037)
     */
    static long insert(LogTransaction tx, SignedEvent event, long length) {
        Envelope envelope = event.envelope();
        long id =
                tx.db()
                        .insert(
                                "INSERT INTO event (city, epoch, seq, hash, type, subject, time, jws,"
                                        + " payload_length, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                envelope.city().value(),
                                envelope.epoch(),
                                envelope.seq(),
                                event.hash(),
                                envelope.typeName(),
                                envelope.subject(),
                                envelope.time().toString(),
                                event.jws(),
                                length,
                                page(tx, envelope, event.jws().length() + length));
        insertPayload(tx, id, event.payload());
        tx.moveHead(new Head(envelope.city(), envelope.position(), event.hash(), envelope.time()));
        return id;
    }

    static void insertPayload(LogTransaction tx, long event, @Nullable Payload payload) {
        if (payload != null && payload.size() <= MOST_PAYLOAD) {
            tx.db()
                    .update(
                            "INSERT INTO payload VALUES (?, ?, ?)",
                            event,
                            payload.salt(),
                            payload.content());
        }
    }

    private static long page(LogTransaction tx, Envelope envelope, long bytes) {
        Optional<Page> last =
                tx.db()
                        .first(
                                "SELECT n, events, bytes FROM page WHERE city = ? AND epoch = ?"
                                        + " ORDER BY n DESC LIMIT 1",
                                row -> new Page(row.getLong(1), row.getLong(2), row.getLong(3)),
                                envelope.city().value(),
                                envelope.epoch());
        if (last.isEmpty() || last.get().full()) {
            long n = last.map(Page::n).orElse(0L) + 1;
            tx.db()
                    .update(
                            "INSERT INTO page VALUES (?, ?, ?, ?, 1, ?)",
                            envelope.city().value(),
                            envelope.epoch(),
                            n,
                            envelope.seq(),
                            bytes);
            return n;
        }
        tx.db()
                .update(
                        "UPDATE page SET events = events + 1, bytes = bytes + ?"
                                + " WHERE city = ? AND epoch = ? AND n = ?",
                        bytes,
                        envelope.city().value(),
                        envelope.epoch(),
                        last.get().n());
        return last.get().n();
    }
}
