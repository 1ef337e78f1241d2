package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What arrived and was never stored, counted by reason and kind of door, with the latest 100 (F16).
 * Counts live in memory and reach the file about once a second, and only those that changed, so
 * that a flood costs neither an fsync each nor room.
 */
public final class Rejections {

    private static final int KEPT = 100;
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What is counted apart; never more than reasons times doors. */
    private record Kind(RejectionReason reason, Door door) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return Comparator.comparing(Kind::reason)
                    .thenComparing(Kind::door)
                    .compare(this, other);
        }
    }

    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<Kind, Long> saved = new TreeMap<>();
    private final Map<Kind, Long> saving = new TreeMap<>();
    private final Deque<Rejection> latest = new ArrayDeque<>();
    private long version;
    private long writing;
    private long written;
    private long writtenAt = System.nanoTime();

    Rejections(Db db) {
        db.list("SELECT reason, door, count FROM rejection_count", Rejections::count)
                .forEach(
                        count -> counts.put(new Kind(count.reason(), count.door()), count.count()));
        saved.putAll(counts);
        latest.addAll(
                db.list(
                        "SELECT at, reason, door, peer, claimed FROM rejection ORDER BY id",
                        Rejections::row));
    }

    /** Counts one. */
    public synchronized void add(Rejection rejection) {
        counts.merge(new Kind(rejection.reason(), rejection.door()), 1L, Long::sum);
        latest.addLast(rejection);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        version++;
    }

    /** All counts, by reason, then door. */
    public synchronized List<Rejection.Count> counts() {
        List<Rejection.Count> all = new ArrayList<>();
        counts.forEach(
                (kind, count) -> all.add(new Rejection.Count(kind.reason(), kind.door(), count)));
        return all;
    }

    /** How often that door saw that reason. */
    public synchronized long count(RejectionReason reason, Door door) {
        return counts.getOrDefault(new Kind(reason, door), 0L);
    }

    /** The latest 100, oldest first. */
    public synchronized List<Rejection> latest() {
        return new ArrayList<>(latest);
    }

    /** Tells whether something waits to be written for a second or more. */
    synchronized boolean due() {
        return version > written && System.nanoTime() - writtenAt > EVERY_NANOS;
    }

    /**
     * Writes what changed; it counts as written only once {@link #committed()} is called.
     *
     * @return how many counts were written
     */
    synchronized int write(Db db) {
        writing = version;
        saving.clear();
        counts.forEach((kind, count) -> {
            if (!count.equals(saved.get(kind))) {
                saving.put(kind, count);
            }
        });
        saving.forEach((kind, count) ->
                db.update(
                        "INSERT INTO rejection_count VALUES (?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET count = excluded.count",
                        kind.reason().name(),
                        kind.door().name(),
                        count));
        long known = Math.max(0, latest.size() - (version - written));
        latest.stream().skip(known).forEach(rejection -> insert(db, rejection));
        db.update("DELETE FROM rejection WHERE id <= (SELECT max(id) FROM rejection) - ?", KEPT);
        return saving.size();
    }

    private static void insert(Db db, Rejection rejection) {
        db.update(
                "INSERT INTO rejection (at, reason, door, peer, claimed) VALUES (?, ?, ?, ?, ?)",
                rejection.at().toEpochMilli(),
                rejection.reason().name(),
                rejection.door().name(),
                rejection.peer(),
                rejection.claimed());
    }

    synchronized void committed() {
        written = writing;
        saved.putAll(saving);
        writtenAt = System.nanoTime();
    }

    private static Rejection.Count count(ResultSet row) throws SQLException {
        return new Rejection.Count(
                RejectionReason.valueOf(row.getString(1)),
                Door.valueOf(row.getString(2)),
                row.getLong(3));
    }

    private static Rejection row(ResultSet row) throws SQLException {
        return new Rejection(
                Instant.ofEpochMilli(row.getLong(1)),
                RejectionReason.valueOf(row.getString(2)),
                Door.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }
}
