package org.silofri.node.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Uploads and their rows in {@code app.db}; remarks are kept as keys, for any language. */
final class UploadStore {

    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate together;

    UploadStore(JdbcTemplate batches, TransactionTemplate together) {
        this.database = JdbcClient.create(batches);
        this.batches = batches;
        this.together = together;
    }

    void add(Upload upload, byte[] content) {
        database.sql(
                        "INSERT INTO import_upload (id, city, file_name, content, uploaded_at,"
                                + " expires, state) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        upload.id(),
                        upload.city().value(),
                        upload.fileName(),
                        content,
                        upload.uploadedAt().getEpochSecond(),
                        upload.expires().getEpochSecond(),
                        upload.state().name())
                .update();
    }

    /** Forgets what has expired, and of a city's uploads the oldest beyond so many. */
    void tidy(Instant now, CityId city, int most) {
        database.sql("DELETE FROM import_upload WHERE expires < ?")
                .param(now.getEpochSecond())
                .update();
        database.sql(
                        "DELETE FROM import_upload WHERE city = ? AND state NOT IN ('CHECKING',"
                                + " 'IMPORTING') AND id NOT IN (SELECT id FROM import_upload"
                                + " WHERE city = ? ORDER BY uploaded_at DESC, id DESC LIMIT ?)")
                .params(city.value(), city.value(), most)
                .update();
    }

    /** What a stop of the node broke off can be begun again. */
    void afterRestart() {
        database.sql(
                        "UPDATE import_upload SET state = 'CHECKED', broken_off = 1"
                                + " WHERE state = 'IMPORTING'")
                .update();
        database.sql("DELETE FROM import_upload WHERE state = 'CHECKING'").update();
    }

    /** An import that failed can be begun again; a check that failed left nothing to begin. */
    void failed(String id) {
        database.sql(
                        "UPDATE import_upload SET state = 'CHECKED', broken_off = 1"
                                + " WHERE id = ? AND state = 'IMPORTING'")
                .param(id)
                .update();
        database.sql("DELETE FROM import_upload WHERE id = ? AND state = 'CHECKING'")
                .param(id)
                .update();
    }

    boolean delete(String id) {
        return database.sql("DELETE FROM import_upload WHERE id = ?").param(id).update() > 0;
    }

    /** Marks an upload as being imported, if it can be. */
    boolean begin(String id) {
        return database.sql(
                                "UPDATE import_upload SET state = 'IMPORTING', broken_off = 0"
                                        + " WHERE id = ? AND state IN ('CHECKED', 'IMPORTED')")
                        .param(id)
                        .update()
                > 0;
    }

    /** Keeps what a check or an import found, in place of what was there. */
    void keep(String id, Upload.State state, ImportReport report, boolean brokenOff) {
        together.executeWithoutResult(transaction -> {
            database.sql(
                            "UPDATE import_upload SET state = ?, refusal = ?, notes = ?,"
                                    + " broken_off = ? WHERE id = ?")
                    .param(state.name())
                    .param(report.refused().map(JSON::writeValueAsString).orElse(null))
                    .param(JSON.writeValueAsString(report.notes()))
                    .param(brokenOff ? 1 : 0)
                    .param(id)
                    .update();
            database.sql("DELETE FROM import_row WHERE upload = ?").param(id).update();
            insert(id, report.rows());
        });
    }

    private void insert(String id, List<RowOutcome> rows) {
        List<Object[]> values = new ArrayList<>();
        for (RowOutcome row : rows) {
            values.add(
                    new @Nullable Object[] {
                        id,
                        values.size(),
                        row.sheet(),
                        row.row(),
                        row.title(),
                        row.outcome().name(),
                        row.entry().map(EntryIri::value).orElse(null),
                        JSON.writeValueAsString(row.problems()),
                        JSON.writeValueAsString(row.warnings())
                    });
        }
        for (int from = 0; from < values.size(); from += BATCH) {
            batches.batchUpdate(
                    "INSERT INTO import_row (upload, number, sheet, at_row, title, outcome, entry,"
                            + " problems, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values.subList(from, Math.min(values.size(), from + BATCH)));
        }
    }

    Optional<Upload> find(String id) {
        return database.sql("SELECT * FROM import_upload WHERE id = ?")
                .param(id)
                .query((row, number) -> upload(row))
                .optional();
    }

    byte[] content(String id) {
        return database.sql("SELECT content FROM import_upload WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    List<Upload> of(CityId city) {
        return database.sql(
                        "SELECT * FROM import_upload WHERE city = ?"
                                + " ORDER BY uploaded_at DESC, id DESC")
                .param(city.value())
                .query((row, number) -> upload(row))
                .list();
    }

    /**
     * Rows in the order of the file.
     *
     * @param outcome null for all
     */
    List<RowOutcome> rows(
            String id, RowOutcome.@Nullable Outcome outcome, boolean warned, int from, int most) {
        return database.sql(
                        "SELECT * FROM import_row WHERE upload = ? AND (? IS NULL OR outcome = ?)"
                                + " AND (? = 0 OR warnings <> '[]') ORDER BY number LIMIT ?"
                                + " OFFSET ?")
                .param(id)
                .param(outcome == null ? null : outcome.name())
                .param(outcome == null ? null : outcome.name())
                .param(warned ? 1 : 0)
                .param(most)
                .param(from)
                .query((row, number) -> row(row))
                .list();
    }

    /** Number of rows with a doubt that holds nothing back. */
    int warned(String id) {
        return database.sql("SELECT count(*) FROM import_row WHERE upload = ? AND warnings <> '[]'")
                .param(id)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private Map<RowOutcome.Outcome, Integer> counts(String id) {
        Map<RowOutcome.Outcome, Integer> counts = new EnumMap<>(RowOutcome.Outcome.class);
        database.sql("SELECT outcome, count(*) FROM import_row WHERE upload = ? GROUP BY outcome")
                .param(id)
                .query((row, number) ->
                        counts.put(RowOutcome.Outcome.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    private Upload upload(ResultSet row) throws SQLException {
        String id = row.getString("id");
        @Nullable String refusal = row.getString("refusal");
        return new Upload(
                id,
                new CityId(row.getString("city")),
                row.getString("file_name"),
                Instant.ofEpochSecond(row.getLong("uploaded_at")),
                Instant.ofEpochSecond(row.getLong("expires")),
                Upload.State.valueOf(row.getString("state")),
                row.getInt("broken_off") != 0,
                Optional.ofNullable(refusal).map(text -> JSON.readValue(text, Remark.class)),
                JSON.readValue(row.getString("notes"), PROBLEMS),
                counts(id));
    }

    private static RowOutcome row(ResultSet row) throws SQLException {
        return new RowOutcome(
                row.getString("sheet"),
                row.getInt("at_row"),
                RowOutcome.Outcome.valueOf(row.getString("outcome")),
                row.getString("title"),
                Optional.ofNullable(row.getString("entry")).flatMap(EntryIri::parse),
                JSON.readValue(row.getString("problems"), PROBLEMS),
                JSON.readValue(row.getString("warnings"), PROBLEMS));
    }
}
