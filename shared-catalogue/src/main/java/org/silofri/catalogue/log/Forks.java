package org.silofri.catalogue.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/** Proofs that a city signed two histories, and the cities that stand still because of one (F7). */
public final class Forks {

    private final Readers readers;
    private final LogWriter writer;

    Forks(Readers readers, LogWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Keeps the proof and freezes the city; returns when that is on disk.
     *
     * @return false if this proof was known
     */
    public boolean add(ForkProof proof) {
        return writer.call(tx -> add(tx, proof));
    }

    private static boolean add(LogTransaction tx, ForkProof proof) {
        int added =
                tx.db()
                        .update(
                                "INSERT INTO fork_proof VALUES (?, ?, ?, ?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING",
                                proof.city().value(),
                                proof.at().epoch(),
                                proof.at().seq(),
                                proof.knownJws(),
                                proof.otherJws(),
                                proof.seen().toEpochMilli());
        if (added > 0) {
            tx.freeze(proof.city(), proof.at());
        }
        return added > 0;
    }

    /** All proofs, by city and position; to be told to others until all members hold them. */
    public List<ForkProof> proofs() {
        return readers.read(
                db -> db.list("SELECT * FROM fork_proof ORDER BY city, epoch, seq", Forks::row));
    }

    /** Cities that stand still, with the first position that is not agreed on. */
    public Map<CityId, Position> frozen() {
        Map<CityId, Position> found = new TreeMap<>();
        readers.read(db ->
                        db.list(
                                "SELECT city, epoch, seq FROM freeze",
                                row ->
                                        Map.entry(
                                                new CityId(row.getString(1)),
                                                new Position(row.getLong(2), row.getLong(3)))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** The city's first position that is not agreed on; empty unless it stands still. */
    public Optional<Position> frozenAt(CityId city) {
        return readers.read(db ->
                db.first(
                        "SELECT epoch, seq FROM freeze WHERE city = ?",
                        row -> new Position(row.getLong(1), row.getLong(2)),
                        city.value()));
    }

    private static ForkProof row(ResultSet row) throws SQLException {
        return new ForkProof(
                new CityId(row.getString("city")),
                new Position(row.getLong("epoch"), row.getLong("seq")),
                row.getString("known_jws"),
                row.getString("other_jws"),
                Instant.ofEpochMilli(row.getLong("seen")));
    }
}
