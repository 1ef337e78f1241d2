package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;

/** Events that are stored and served but not projected: quarantined, or pending (F12, F14, F15). */
public final class Quarantine {

    private static final String HELD =
            "SELECT "
                    + Rows.EVENT
                    + ", h.reason, h.detail, h.due, h.since FROM hold h"
                    + " JOIN event e ON e.id = h.event LEFT JOIN payload p ON p.event = e.id";

    private final Readers readers;
    private final LogWriter writer;
    private final InstantSource clock;

    Quarantine(Readers readers, LogWriter writer, InstantSource clock) {
        this.readers = readers;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * The city's held events in the order of its log.
     *
     * @param limit most to return, at least 1
     */
    public List<HeldEvent> of(CityId city, int limit) {
        return readers.read(db ->
                db.list(
                        HELD + " WHERE e.city = ? ORDER BY e.epoch, e.seq LIMIT ?",
                        Quarantine::row,
                        city.value(),
                        limit));
    }

    /**
     * Held for what they say and not until a time, in the order of the city's log; for another look
     * after an upgrade. Those that only wait for their payload are left out.
     *
     * @param after last position already seen
     */
    public List<HeldEvent> judged(CityId city, Position after, int limit) {
        return readers.read(db ->
                db.list(
                        HELD
                                + " WHERE e.city = ? AND (e.epoch, e.seq) > (?, ?)"
                                + " AND h.due IS NULL AND h.reason <> ?"
                                + " ORDER BY e.epoch, e.seq LIMIT ?",
                        Quarantine::row,
                        city.value(),
                        after.epoch(),
                        after.seq(),
                        Hold.PENDING,
                        limit));
    }

    /** How many events are quarantined, by reason; those that only wait are left out. */
    public Map<QuarantineReason, Integer> reasons() {
        Map<QuarantineReason, Integer> found = new EnumMap<>(QuarantineReason.class);
        readers.read(db ->
                        db.list(
                                "SELECT reason, count(*) FROM hold WHERE reason <> ?"
                                        + " GROUP BY reason",
                                row ->
                                        Map.entry(
                                                QuarantineReason.valueOf(row.getString(1)),
                                                row.getInt(2)),
                                Hold.PENDING))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Held only until a time that has come (F12), earliest first. */
    public List<HeldEvent> due(Instant now, int limit) {
        return readers.read(db ->
                db.list(
                        HELD + " WHERE h.due <= ? ORDER BY h.due, e.id LIMIT ?",
                        Quarantine::row,
                        now.toEpochMilli(),
                        limit));
    }

    /** How many events of each city are quarantined or pending; cities without any are absent. */
    public Map<CityId, Integer> counts() {
        Map<CityId, Integer> found = new TreeMap<>();
        readers.read(db ->
                        db.list(
                                "SELECT e.city, count(*) FROM hold h"
                                        + " JOIN event e ON e.id = h.event GROUP BY e.city",
                                row -> Map.entry(new CityId(row.getString(1)), row.getInt(2))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * Events that only wait for their payload (F14), in the order of their logs.
     *
     * @param most of each city
     */
    public Map<CityId, List<Position>> pending(int most) {
        Map<CityId, List<Position>> found = new TreeMap<>();
        readers.read(db ->
                        db.list(
                                "SELECT city, epoch, seq FROM (SELECT e.city, e.epoch, e.seq,"
                                        + " row_number() OVER (PARTITION BY e.city"
                                        + " ORDER BY e.epoch, e.seq) AS nth FROM hold h"
                                        + " JOIN event e ON e.id = h.event WHERE h.reason = ?)"
                                        + " WHERE nth <= ? ORDER BY city, epoch, seq",
                                row ->
                                        Map.entry(
                                                new CityId(row.getString(1)),
                                                new Position(row.getLong(2), row.getLong(3))),
                                Hold.PENDING,
                                most))
                .forEach(entry ->
                        found.computeIfAbsent(entry.getKey(), city -> new ArrayList<>())
                                .add(entry.getValue()));
        return found;
    }

    /**
     * Lets events go, in the order of the log. Each becomes a change unless a later version of its
     * entry is projectable already; without its payload it becomes pending instead.
     *
     * @return how many of them were held
     */
    public int release(CityId city, Collection<Position> positions) {
        TreeSet<Position> inOrder = new TreeSet<>(positions);
        return writer.call(tx -> {
            int released = 0;
            for (Position position : inOrder) {
                released += release(tx, city, position) ? 1 : 0;
            }
            return released;
        });
    }

    /** Holds an event back, or changes why it is held, after another look. */
    public void hold(CityId city, Position position, Verdict.Quarantined verdict) {
        Hold hold =
                new Hold(verdict.reason().name(), verdict.detail(), verdict.due(), clock.instant());
        writer.call(tx -> {
            tx.find(city, position).ifPresent(known -> Holds.hold(tx, known.id(), hold));
            return position;
        });
    }

    private static boolean release(LogTransaction tx, CityId city, Position position) {
        Optional<LogTransaction.Known> known =
                tx.find(city, position).filter(event -> Holds.reason(tx, event.id()).isPresent());
        known.ifPresent(event -> Holds.release(tx, event.id(), load(tx, event.id())));
        return known.isPresent();
    }

    private static SignedEvent load(LogTransaction tx, long id) {
        return tx.db()
                .first(
                        "SELECT " + Rows.EVENT + " FROM " + Rows.EVENTS + " WHERE e.id = ?",
                        Rows::event,
                        id)
                .orElseThrow();
    }

    private static HeldEvent row(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new HeldEvent(
                Rows.event(row),
                reason.equals(Hold.PENDING)
                        ? Optional.empty()
                        : Optional.of(QuarantineReason.valueOf(reason)),
                row.getString("detail"),
                Rows.instant(row, "due"),
                Instant.ofEpochMilli(row.getLong("since")));
    }
}
