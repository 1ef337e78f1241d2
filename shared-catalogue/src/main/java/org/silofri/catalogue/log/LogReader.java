package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** The queries behind {@link EventLog}. */
final class LogReader {

    /** A piece of log is cut after this many payload bytes, so that it fits into memory. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final String CHANGES =
            "SELECT n.n, "
                    + Rows.EVENT
                    + ", h.event IS NULL AND p.event IS NOT NULL AND c.city IS NULL AS projectable"
                    + " FROM change n JOIN event e ON e.id = n.event"
                    + " LEFT JOIN payload p ON p.event = e.id LEFT JOIN hold h ON h.event = e.id"
                    + Rows.BEYOND_EPOCH
                    + " WHERE n.n > ? ORDER BY n.n LIMIT ?";

    private static final String STANDING =
            "SELECT e.hash, h.reason IS NOT NULL AND h.reason = 'PENDING', c.city IS NOT NULL"
                    + " FROM event e LEFT JOIN hold h ON h.event = e.id"
                    + Rows.BEYOND_EPOCH
                    + " WHERE e.city = ? AND e.epoch = ? AND e.seq = ?";

    private static final String VERSIONS =
            Rows.VERSIONS
                    + " WHERE e.subject = ? ORDER BY e.city, e.epoch DESC, e.seq DESC LIMIT ?";

    private final Readers readers;

    LogReader(Readers readers) {
        this.readers = readers;
    }

    Optional<SignedEvent> find(CityId city, Position position) {
        return readers.read(db ->
                db.first(
                        "SELECT "
                                + Rows.EVENT
                                + " FROM "
                                + Rows.EVENTS
                                + " WHERE e.city = ? AND e.epoch = ? AND e.seq = ?",
                        Rows::event,
                        city.value(),
                        position.epoch(),
                        position.seq()));
    }

    Optional<Standing> standing(CityId city, Position position) {
        return readers.read(db ->
                db.first(
                        STANDING,
                        row -> new Standing(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                        city.value(),
                        position.epoch(),
                        position.seq()));
    }

    Optional<Position> position(CityId city, long epoch, String hash) {
        return readers.read(db ->
                db.first(
                        "SELECT epoch, seq FROM event"
                                + " WHERE city = ? AND epoch = ? AND hash = ?",
                        LogReader::position,
                        city.value(),
                        epoch,
                        hash));
    }

    List<SignedEvent> after(CityId city, Position after, int limit) {
        List<SignedEvent> found = new ArrayList<>();
        Budget budget = new Budget(MOST_BYTES);
        readers.read(db ->
                db.visit(
                        "SELECT "
                                + Rows.EVENT
                                + " FROM "
                                + Rows.EVENTS
                                + " WHERE e.city = ? AND (e.epoch, e.seq) > (?, ?)"
                                + " ORDER BY e.epoch, e.seq LIMIT ?",
                        row -> {
                            SignedEvent event = Rows.event(row);
                            found.add(event);
                            return budget.allowsAfter(event);
                        },
                        city.value(),
                        after.epoch(),
                        after.seq(),
                        limit));
        return found;
    }

    Changes changes(long n, int limit) {
        List<LogChange> found = new ArrayList<>();
        Budget budget = new Budget(MOST_BYTES);
        long[] upTo = {n};
        readers.read(db ->
                db.visit(
                        CHANGES,
                        row -> {
                            upTo[0] = row.getLong("n");
                            if (!row.getBoolean("projectable")) {
                                return true;
                            }
                            SignedEvent event = Rows.event(row);
                            found.add(new LogChange(upTo[0], event));
                            return budget.allowsAfter(event);
                        },
                        n,
                        limit));
        return new Changes(found, upTo[0]);
    }

    Map<CityId, Position> positionsAt(long n, Iterable<CityId> cities) {
        Map<CityId, Position> found = new TreeMap<>();
        return readers.read(db -> {
            for (CityId city : cities) {
                db.first(
                                "SELECT epoch, seq FROM change"
                                        + " WHERE city = ? AND n <= ? AND first = 1"
                                        + " ORDER BY n DESC LIMIT 1",
                                LogReader::position,
                                city.value(),
                                n)
                        .ifPresent(position -> found.put(city, position));
            }
            return found;
        });
    }

    List<LoggedVersion> versions(EntryIri entry, int limit) {
        return readers.read(db -> db.list(VERSIONS, Rows::version, entry.value(), limit));
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong(1), row.getLong(2));
    }

    /** Counts bytes down. */
    private static final class Budget {

        private long left;

        Budget(long bytes) {
            left = bytes;
        }

        boolean allowsAfter(SignedEvent event) {
            var payload = event.payload();
            left -= event.jws().length() + (payload == null ? 0L : payload.size());
            return left > 0;
        }
    }
}
