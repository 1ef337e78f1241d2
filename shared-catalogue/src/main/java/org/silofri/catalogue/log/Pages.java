package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/**
 * Where the pages of each city's feed begin and end (WIRE "On HTTP"): the same on every node that
 * got each event with its payload, and always small enough for a batch (ADR 0037).
 */
public final class Pages {

    private static final String COLUMNS =
            "SELECT city, epoch, n, first_seq, events, bytes FROM page";

    /**
     * A feed page.
     *
     * @param number from 1 within the epoch
     * @param firstSeq of its first event
     * @param events how many stand on it, at least 1
     * @param closed tells whether it never grows again: it is full, or a later epoch has begun
     */
    public record Page(
            CityId city, long epoch, long number, long firstSeq, int events, boolean closed) {

        /** Position of its last event. */
        public Position last() {
            return new Position(epoch, firstSeq + events - 1);
        }
    }

    private final Readers readers;

    Pages(Readers readers) {
        this.readers = readers;
    }

    /** The page of that number. */
    public Optional<Page> page(CityId city, long epoch, long number) {
        return readers.read(db ->
                db.first(
                        COLUMNS + " WHERE city = ? AND epoch = ? AND n = ?",
                        row -> page(db, row),
                        city.value(),
                        epoch,
                        number));
    }

    /** The page on which the first event after that position stands; empty when there is none. */
    public Optional<Page> after(CityId city, Position position) {
        return readers.read(db ->
                db.first(
                        COLUMNS
                                + " WHERE city = ? AND (epoch, first_seq + events - 1) > (?, ?)"
                                + " ORDER BY epoch, n LIMIT 1",
                        row -> page(db, row),
                        city.value(),
                        position.epoch(),
                        position.seq()));
    }

    /** The page after this one, in its epoch or the next. */
    public Optional<Page> next(Page page) {
        return after(page.city(), page.last());
    }

    /** The events that stand on the page, in order, the held ones too. */
    public List<SignedEvent> events(Page page) {
        return versions(page).stream().map(LoggedVersion::event).toList();
    }

    /** The events that stand on the page, in order, with what became of them here. */
    public List<LoggedVersion> versions(Page page) {
        return readers.read(db ->
                db.list(
                        Rows.VERSIONS
                                + " WHERE e.city = ? AND e.epoch = ?"
                                + " AND e.seq BETWEEN ? AND ? ORDER BY e.seq",
                        Rows::version,
                        page.city().value(),
                        page.epoch(),
                        page.firstSeq(),
                        page.last().seq()));
    }

    private static Page page(Db db, ResultSet row) throws SQLException {
        CityId city = new CityId(row.getString("city"));
        long epoch = row.getLong("epoch");
        int events = row.getInt("events");
        boolean full =
                events >= EventInsert.PAGE_EVENTS || row.getLong("bytes") >= EventInsert.PAGE_BYTES;
        boolean closed =
                full
                        || db.first(
                                        "SELECT 1 FROM page WHERE city = ? AND epoch > ? LIMIT 1",
                                        later -> true,
                                        city.value(),
                                        epoch)
                                .orElse(false);
        return new Page(city, epoch, row.getLong("n"), row.getLong("first_seq"), events, closed);
    }
}
