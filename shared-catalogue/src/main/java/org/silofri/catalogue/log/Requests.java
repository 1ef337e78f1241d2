package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;

/**
 * What came of requests with a key, for {@link #KEPT} (ADR 0061). Written in the transaction of the
 * event that a request made, so that there is never one without the other.
 */
public final class Requests {

    /** How long a key is remembered; then it is free. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final Readers readers;
    private final LogWriter writer;

    Requests(Readers readers, LogWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /** What came of the request of that name, if it was answered within {@link #KEPT}. */
    public Optional<AnsweredRequest> find(CityId city, String name, Instant now) {
        return readers.read(db -> find(db, city, name, now));
    }

    /**
     * Remembers a request that made no event, unless its name is taken; returns when it is on disk.
     *
     * @return what came of the first request of that name, this one or an earlier one
     */
    public AnsweredRequest remember(CityId city, AnsweredRequest answered, Instant now) {
        return writer.call(tx -> {
            Optional<AnsweredRequest> first = find(tx.db(), city, answered.key().name(), now);
            if (first.isEmpty()) {
                put(tx.db(), city, answered, now);
            }
            return first.orElse(answered);
        });
    }

    /**
     * Forgets what is older than {@link #KEPT}.
     *
     * @return how many
     */
    public int forget(Instant now) {
        return writer.call(tx -> tx.db().update("DELETE FROM request WHERE at <= ?", oldest(now)));
    }

    static Optional<AnsweredRequest> find(Db db, CityId city, String name, Instant now) {
        return db.first(
                "SELECT name, content, subject, epoch, seq, appended FROM request"
                        + " WHERE city = ? AND name = ? AND at > ?",
                Requests::row,
                city.value(),
                name,
                oldest(now));
    }

    /** Takes the place of a forgotten one of that name. */
    static void put(Db db, CityId city, AnsweredRequest answered, Instant now) {
        db.update(
                "INSERT OR REPLACE INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                city.value(),
                answered.key().name(),
                answered.key().content(),
                answered.entry().value(),
                answered.position().epoch(),
                answered.position().seq(),
                answered.appended() ? 1 : 0,
                now.toEpochMilli());
    }

    private static long oldest(Instant now) {
        return now.minus(KEPT).toEpochMilli();
    }

    private static AnsweredRequest row(ResultSet row) throws SQLException {
        return new AnsweredRequest(
                new RequestKey(row.getString(1), row.getString(2)),
                new EntryIri(row.getString(3)),
                new Position(row.getLong(4), row.getLong(5)),
                row.getInt(6) == 1);
    }
}
