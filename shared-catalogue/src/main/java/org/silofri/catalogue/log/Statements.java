package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Statement;

/** The latest statement of each author and type (WIRE "Statements outside the log"). */
public final class Statements {

    private final Readers readers;
    private final LogWriter writer;

    Statements(Readers readers, LogWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Keeps the statement unless a newer one is held (F19).
     *
     * @return false if it is not newer
     */
    public boolean keep(Statement statement, String jws) {
        return writer.call(tx ->
                tx.db()
                                .update(
                                        "INSERT INTO statement VALUES (?, ?, ?, ?)"
                                                + " ON CONFLICT DO UPDATE SET"
                                                + " time = excluded.time, jws = excluded.jws"
                                                + " WHERE excluded.time > statement.time",
                                        statement.city().value(),
                                        statement.wireName(),
                                        statement.time().toEpochMilli(),
                                        jws)
                        > 0);
    }

    /** The latest of one city. */
    public Optional<KeptStatement> latest(CityId city, String type) {
        return readers.read(db ->
                db.first(
                        "SELECT source, type, time, jws FROM statement"
                                + " WHERE source = ? AND type = ?",
                        Statements::row,
                        city.value(),
                        type));
    }

    /** The latest of each city, by city. */
    public List<KeptStatement> all(String type) {
        return readers.read(db ->
                db.list(
                        "SELECT source, type, time, jws FROM statement"
                                + " WHERE type = ? ORDER BY source",
                        Statements::row,
                        type));
    }

    private static KeptStatement row(ResultSet row) throws SQLException {
        return new KeptStatement(
                new CityId(row.getString(1)),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4));
    }
}
