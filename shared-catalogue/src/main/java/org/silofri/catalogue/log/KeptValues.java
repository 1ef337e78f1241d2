package org.silofri.catalogue.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts by space and name that the node keeps beside its events: cursors, marks, members. */
public final class KeptValues {

    private static final String CURSORS = "cursor";

    private final Readers readers;
    private final LogWriter writer;

    KeptValues(Readers readers, LogWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /** The text under that name. */
    public Optional<String> get(String space, String name) {
        return readers.read(db ->
                db.first(
                        "SELECT value FROM kept WHERE space = ? AND name = ?",
                        row -> row.getString(1),
                        space,
                        name));
    }

    /** All of a space, by name. */
    public Map<String, String> all(String space) {
        Map<String, String> found = new TreeMap<>();
        readers.read(db ->
                        db.list(
                                "SELECT name, value FROM kept WHERE space = ?",
                                row -> Map.entry(row.getString(1), row.getString(2)),
                                space))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Keeps a text; returns when it is on disk. */
    public void put(String space, String name, String value) {
        writer.call(tx -> {
            tx.put(space, name, value);
            return name;
        });
    }

    /** Forgets a name; returns when that is on disk. */
    public void remove(String space, String name) {
        writer.call(tx -> {
            tx.remove(space, name);
            return name;
        });
    }

    /** How far the consumer of that name has read the changes; 0 when it never did. */
    public long cursor(String name) {
        return get(CURSORS, name).map(Long::parseLong).orElse(0L);
    }

    /** Moves a consumer's cursor. */
    public void cursor(String name, long n) {
        put(CURSORS, name, Long.toString(n));
    }
}
