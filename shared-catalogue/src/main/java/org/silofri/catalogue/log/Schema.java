package org.silofri.catalogue.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Brings a file to the newest schema, one numbered step at a time (ADR 0005). */
final class Schema {

    static final int NEWEST = 3;

    private Schema() {}

    /**
     * @throws LogTooNew if the file is of a newer version
     */
    static void migrate(Db db, Path file) {
        int version = db.first("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        if (version > NEWEST) {
            throw new LogTooNew(file, version, NEWEST);
        }
        for (int step = version + 1; step <= NEWEST; step++) {
            db.run(
                    "BEGIN IMMEDIATE;%n%s%nPRAGMA user_version = %d;%nCOMMIT;"
                            .formatted(script(step), step));
        }
    }

    private static String script(int step) {
        String name = "schema-" + step + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
