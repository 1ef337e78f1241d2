package org.silofri.catalogue.log;

import java.util.OptionalLong;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;

/** Closes epochs: what lies beyond the last kept event is abandoned (WIRE "Epochs"). */
final class Epochs {

    private Epochs() {}

    /** First position of the epoch after the one in which the log ends; an empty one is in 1. */
    static Position opening(Position last) {
        return new Position(Math.max(1, last.epoch()) + 1, 1);
    }

    /**
     * Where the epoch before the one that this envelope opens ends: the place of the event whose
     * hash it names.
     *
     * @return 0 when nothing of that epoch is kept; empty when the hash is not known here
     */
    static OptionalLong lastKept(LogTransaction tx, Envelope opening) {
        long epoch = opening.epoch() - 1;
        String city = opening.city().value();
        var seq =
                tx.db()
                        .first(
                                "SELECT seq FROM event WHERE city = ? AND epoch = ? AND hash = ?",
                                row -> row.getLong(1),
                                city,
                                epoch,
                                opening.prev());
        if (seq.isPresent()) {
            return OptionalLong.of(seq.get());
        }
        boolean nothingKept = opening.prev().equals(before(tx, city, epoch));
        return nothingKept ? OptionalLong.of(0) : OptionalLong.empty();
    }

    /** Hash of the event before an epoch's first one. */
    private static String before(LogTransaction tx, String city, long epoch) {
        if (epoch == 1) {
            return Hashes.NONE;
        }
        return tx.db()
                .first(
                        "SELECT e.jws, p.salt, p.content FROM event e"
                                + " LEFT JOIN payload p ON p.event = e.id"
                                + " WHERE e.city = ? AND e.epoch = ? AND e.seq = 1",
                        row -> Rows.event(row).envelope().prev(),
                        city,
                        epoch)
                .orElse("");
    }

    /** Closes the epoch and tells the projections again what stood before the abandoned events. */
    static void close(LogTransaction tx, Envelope opening) {
        CityId city = opening.city();
        long epoch = opening.epoch() - 1;
        lastKept(tx, opening)
                .ifPresent(seq -> {
                    tx.db()
                            .update(
                                    "INSERT INTO closed_epoch VALUES (?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING",
                                    city.value(),
                                    epoch,
                                    seq);
                    tellAgain(tx, city, epoch, seq);
                });
    }

    private static void tellAgain(LogTransaction tx, CityId city, long epoch, long lastSeq) {
        tx.db()
                .list(
                        "SELECT DISTINCT subject FROM event"
                                + " WHERE city = ? AND epoch = ? AND seq > ? ORDER BY seq",
                        row -> row.getString(1),
                        city.value(),
                        epoch,
                        lastSeq)
                .forEach(subject -> tellAgain(tx, city, subject));
    }

    private static void tellAgain(LogTransaction tx, CityId city, String subject) {
        Holds.latestAccepted(tx, city, subject)
                .ifPresent(position -> tellAgain(tx, city, position));
    }

    private static void tellAgain(LogTransaction tx, CityId city, Position position) {
        tx.find(city, position).ifPresent(known -> tx.addChange(known.id(), city, position, false));
    }
}
