package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** Reads rows into values. */
final class Rows {

    /** What {@link #event} needs, from event {@code e} and payload {@code p}. */
    static final String EVENT = "e.jws, p.salt, p.content";

    /** Events with their payloads. */
    static final String EVENTS = "event e LEFT JOIN payload p ON p.event = e.id";

    /** Joins {@code c}, present only for events beyond the end of a closed epoch. */
    static final String BEYOND_EPOCH =
            " LEFT JOIN closed_epoch c ON c.city = e.city AND c.epoch = e.epoch"
                    + " AND e.seq > c.last_seq";

    /** Events with all that {@link #version} needs. */
    static final String VERSIONS =
            "SELECT "
                    + EVENT
                    + ", h.reason, x.event IS NOT NULL AS erased, c.city IS NOT NULL AS abandoned"
                    + " FROM event e LEFT JOIN payload p ON p.event = e.id"
                    + " LEFT JOIN hold h ON h.event = e.id LEFT JOIN erasure x ON x.event = e.id"
                    + BEYOND_EPOCH;

    private Rows() {}

    static SignedEvent event(ResultSet row) throws SQLException {
        byte @Nullable [] salt = row.getBytes("salt");
        byte @Nullable [] content = row.getBytes("content");
        Payload payload = salt == null || content == null ? null : new Payload(salt, content);
        return SignedEvent.of(row.getString("jws"), payload);
    }

    static Head head(ResultSet row) throws SQLException {
        return new Head(
                new CityId(row.getString("city")),
                new Position(row.getLong("epoch"), row.getLong("seq")),
                row.getString("hash"),
                Instant.parse(row.getString("time")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static LoggedVersion version(ResultSet row) throws SQLException {
        return new LoggedVersion(event(row), state(row));
    }

    private static LoggedVersion.State state(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        if (row.getBoolean("erased")) {
            return LoggedVersion.State.ERASED;
        } else if (row.getBoolean("abandoned")) {
            return LoggedVersion.State.ABANDONED;
        } else if (reason == null) {
            return LoggedVersion.State.ACCEPTED;
        }
        return reason.equals(Hold.PENDING)
                ? LoggedVersion.State.PENDING
                : LoggedVersion.State.QUARANTINED;
    }
}
