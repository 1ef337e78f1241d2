package org.silofri.node.follow.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.node.follow.digest.Mailing.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far everybody has been told, in {@code app.db}; on disk when a method returns. */
@Component
class Mailings {

    private final JdbcClient database;

    Mailings(JdbcClient database) {
        this.database = database;
    }

    List<Mailing> all() {
        return database.sql("SELECT * FROM mailing ORDER BY purpose, whom")
                .query(Mailings::mailing)
                .list();
    }

    Optional<Mailing> find(Purpose purpose, String whom) {
        return database.sql("SELECT * FROM mailing WHERE purpose = ? AND whom = ?")
                .params(purpose.name(), whom)
                .query(Mailings::mailing)
                .optional();
    }

    /** Begins to tell; nothing when that was done before. */
    void begin(Purpose purpose, String whom, Rhythm rhythm, long told, Instant now) {
        database.sql(
                        "INSERT INTO mailing (purpose, whom, rhythm, told, settled)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(purpose.name(), whom, rhythm.name(), told, now.getEpochSecond())
                .update();
    }

    /** Another rhythm; trouble of before counts no more. */
    void rhythm(Purpose purpose, String whom, Rhythm rhythm) {
        database.sql(
                        "UPDATE mailing SET rhythm = ?, attempts = 0, retry = NULL, trouble = NULL,"
                                + " trouble_at = NULL, answer = NULL WHERE purpose = ? AND whom = ?")
                .params(rhythm.name(), purpose.name(), whom)
                .update();
    }

    /** Nothing before that change is told. */
    void skip(Purpose purpose, String whom, long told, Instant now) {
        database.sql("UPDATE mailing SET told = ?, settled = ? WHERE purpose = ? AND whom = ?")
                .params(told, now.getEpochSecond(), purpose.name(), whom)
                .update();
    }

    /** What became of a turn. The rhythm is the reader's, and may have changed meanwhile. */
    void keep(Mailing mailing) {
        database.sql(
                        "UPDATE mailing SET told = ?, settled = ?, attempts = ?, retry = ?,"
                                + " trouble = ?, trouble_at = ?, answer = ?"
                                + " WHERE purpose = ? AND whom = ?")
                .param(mailing.told())
                .param(mailing.settled().getEpochSecond())
                .param(mailing.attempts())
                .param(seconds(mailing.retry()))
                .param(mailing.trouble() == null ? null : mailing.trouble().name())
                .param(seconds(mailing.troubleAt()))
                .param(mailing.answer())
                .param(mailing.purpose().name())
                .param(mailing.whom())
                .update();
    }

    private static Mailing mailing(ResultSet row, int number) throws SQLException {
        String trouble = row.getString("trouble");
        return new Mailing(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("whom"),
                Rhythm.valueOf(row.getString("rhythm")),
                row.getLong("told"),
                Instant.ofEpochSecond(row.getLong("settled")),
                row.getInt("attempts"),
                moment(row, "retry"),
                trouble == null ? null : Trouble.valueOf(trouble),
                moment(row, "trouble_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }

    private static @Nullable Long seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.getEpochSecond();
    }
}
