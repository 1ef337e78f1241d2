package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What arrived and was never stored, counted by reason and link, with the latest 100 (F16). Counts
 * live in memory and reach the file about once a second, so that a flood costs no fsync each.
 */
public final class Rejections {

    private static final int KEPT = 100;
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Rejection.Count> counts = new TreeMap<>();
    private final Deque<Rejection> latest = new ArrayDeque<>();
    private long version;
    private long writing;
    private long written;
    private long writtenAt = System.nanoTime();

    Rejections(Db db) {
        db.list("SELECT reason, link, count FROM rejection_count", Rejections::count)
                .forEach(count -> counts.put(key(count.reason(), count.link()), count));
        latest.addAll(
                db.list(
                        "SELECT at, reason, link, claimed FROM rejection ORDER BY id",
                        Rejections::row));
    }

    /** Counts one. */
    public synchronized void add(Rejection rejection) {
        counts.merge(
                key(rejection.reason(), rejection.link()),
                new Rejection.Count(rejection.reason(), rejection.link(), 1),
                (old, one) -> new Rejection.Count(old.reason(), old.link(), old.count() + 1));
        latest.addLast(rejection);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        version++;
    }

    /** All counts, by reason, then link. */
    public synchronized List<Rejection.Count> counts() {
        return new ArrayList<>(counts.values());
    }

    /** The latest 100, oldest first. */
    public synchronized List<Rejection> latest() {
        return new ArrayList<>(latest);
    }

    /** Tells whether something waits to be written for a second or more. */
    synchronized boolean due() {
        return version > written && System.nanoTime() - writtenAt > EVERY_NANOS;
    }

    /** Writes all; it counts as written only once {@link #committed()} is called. */
    synchronized void write(Db db) {
        writing = version;
        for (Rejection.Count count : counts.values()) {
            db.update(
                    "INSERT INTO rejection_count VALUES (?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET count = excluded.count",
                    count.reason().name(),
                    count.link(),
                    count.count());
        }
        db.update("DELETE FROM rejection");
        for (Rejection rejection : latest) {
            db.update(
                    "INSERT INTO rejection (at, reason, link, claimed) VALUES (?, ?, ?, ?)",
                    rejection.at().toEpochMilli(),
                    rejection.reason().name(),
                    rejection.link(),
                    rejection.claimed());
        }
    }

    synchronized void committed() {
        written = writing;
        writtenAt = System.nanoTime();
    }

    private static String key(RejectionReason reason, String link) {
        return reason.name() + " " + link;
    }

    private static Rejection.Count count(ResultSet row) throws SQLException {
        return new Rejection.Count(
                RejectionReason.valueOf(row.getString(1)), row.getString(2), row.getLong(3));
    }

    private static Rejection row(ResultSet row) throws SQLException {
        return new Rejection(
                Instant.ofEpochMilli(row.getLong(1)),
                RejectionReason.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4));
    }
}
