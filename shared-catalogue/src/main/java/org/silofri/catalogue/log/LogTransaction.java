package org.silofri.catalogue.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/** What may be done to the log within one transaction; only on the writer's thread. */
final class LogTransaction implements StoreHook.Values {

    /** A stored event's row id and hash. */
    record Known(long id, String hash) {}

    private final Db db;
    private final LogState state;
    private final StoreHook hook;
    private final Map<CityId, Head> heads = new HashMap<>();
    private long lastChange;
    private boolean erased;
    private boolean roomFound;

    LogTransaction(Db db, LogState state, StoreHook hook) {
        this.db = db;
        this.state = state;
        this.hook = hook;
    }

    Db db() {
        return db;
    }

    StoreHook hook() {
        return hook;
    }

    Optional<Head> head(CityId city) {
        Head fresh = heads.get(city);
        return Optional.ofNullable(fresh == null ? state.heads().get(city) : fresh);
    }

    void moveHead(Head head) {
        db.update(
                "INSERT INTO head VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        + " epoch = excluded.epoch, seq = excluded.seq,"
                        + " hash = excluded.hash, time = excluded.time",
                head.city().value(),
                head.position().epoch(),
                head.position().seq(),
                head.hash(),
                head.time().toString());
        heads.put(head.city(), head);
    }

    Optional<Known> find(CityId city, Position position) {
        return db.first(
                "SELECT id, hash FROM event WHERE city = ? AND epoch = ? AND seq = ?",
                row -> new Known(row.getLong(1), row.getString(2)),
                city.value(),
                position.epoch(),
                position.seq());
    }

    /** The latest event about a subject in the city's own log. */
    Optional<Position> latest(CityId city, String subject) {
        return db.first(
                "SELECT epoch, seq FROM event WHERE subject = ? AND city = ?"
                        + " ORDER BY epoch DESC, seq DESC LIMIT 1",
                row -> new Position(row.getLong(1), row.getLong(2)),
                subject,
                city.value());
    }

    /** Adds to the order of growth; first tells whether the event was stored just now. */
    long addChange(long event, CityId city, Position position, boolean first) {
        lastChange =
                db.insert(
                        "INSERT INTO change (event, city, epoch, seq, first)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        event,
                        city.value(),
                        position.epoch(),
                        position.seq(),
                        first ? 1 : 0);
        return lastChange;
    }

    Optional<Position> frozenAt(CityId city) {
        return db.first(
                "SELECT epoch, seq FROM freeze WHERE city = ?",
                row -> new Position(row.getLong(1), row.getLong(2)),
                city.value());
    }

    /** The earliest disagreement counts. */
    void freeze(CityId city, Position at) {
        db.update(
                "INSERT INTO freeze VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET"
                        + " epoch = excluded.epoch, seq = excluded.seq"
                        + " WHERE (excluded.epoch, excluded.seq) < (freeze.epoch, freeze.seq)",
                city.value(),
                at.epoch(),
                at.seq());
    }

    void reopen(CityId city) {
        db.update("DELETE FROM freeze WHERE city = ?", city.value());
    }

    void erasedSomething() {
        erased = true;
    }

    /** Writes a page and takes room for some more, and leaves everything as it was. */
    void tryToWrite() {
        db.run(
                "SAVEPOINT trial;"
                        + " INSERT INTO kept VALUES ('trial', 'room', hex(zeroblob(32768)));"
                        + " ROLLBACK TO trial; RELEASE trial;"
                        + " PRAGMA user_version = "
                        + Schema.NEWEST);
        roomFound = true;
    }

    /** Whether its commit tells that the log can grow. */
    boolean provesRoom() {
        return roomFound || lastChange > 0;
    }

    @Override
    public void put(String space, String name, String value) {
        db.update(
                "INSERT INTO kept VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET value = excluded.value",
                space,
                name,
                value);
    }

    @Override
    public void remove(String space, String name) {
        db.update("DELETE FROM kept WHERE space = ? AND name = ?", space, name);
    }

    Map<CityId, Head> newHeads() {
        return heads;
    }

    /** The highest number given out here; 0 when the log did not grow. */
    long lastChange() {
        return lastChange;
    }

    /** Tells whether payload bytes were deleted that the write-ahead log may still hold. */
    boolean erased() {
        return erased;
    }
}
