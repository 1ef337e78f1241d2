package org.silofri.node.follow;

import com.github.f4b6a3.ulid.UlidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.silofri.node.log.LogService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows what on this node, in {@code app.db}; nobody else is told. Thread-safe. */
@Component
public class Follows {

    /** Most that one account may follow. */
    public static final int MOST = 100;

    private final JdbcClient database;
    private final LogService logs;
    private final InstantSource clock;

    Follows(JdbcClient database, LogService logs, InstantSource clock) {
        this.database = database;
        this.logs = logs;
        this.clock = clock;
    }

    /** Follows it from now on; what happened before is not told. */
    public FollowResult add(String account, FollowTarget target) {
        if (has(account, target)) {
            return FollowResult.ALREADY;
        }
        int added =
                database.sql(
                                "INSERT INTO follow (id, account, kind, subject, since, made_at)"
                                        + " SELECT ?, ?, ?, ?, ?, ? WHERE"
                                        + " (SELECT count(*) FROM follow WHERE account = ?) < ?"
                                        + " ON CONFLICT (account, kind, subject) DO NOTHING")
                        .params(
                                UlidCreator.getMonotonicUlid().toLowerCase(),
                                account,
                                target.kind().name(),
                                target.subject(),
                                logs.log().lastChange(),
                                clock.instant().getEpochSecond(),
                                account,
                                MOST)
                        .update();
        return added > 0 || has(account, target) ? FollowResult.ADDED : FollowResult.TOO_MANY;
    }

    /** Follows it no more; nothing when it was not followed. */
    public void remove(String account, FollowTarget target) {
        database.sql("DELETE FROM follow WHERE account = ? AND kind = ? AND subject = ?")
                .params(account, target.kind().name(), target.subject())
                .update();
    }

    /** Tells whether the account follows it. */
    public boolean has(String account, FollowTarget target) {
        return database.sql(
                                "SELECT count(*) FROM follow"
                                        + " WHERE account = ? AND kind = ? AND subject = ?")
                        .params(account, target.kind().name(), target.subject())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All that the account follows, in the order in which it began. */
    public List<Follow> of(String account) {
        return database.sql("SELECT * FROM follow WHERE account = ? ORDER BY id")
                .param(account)
                .query(Follows::follow)
                .list();
    }

    private static Follow follow(ResultSet row, int number) throws SQLException {
        return new Follow(
                row.getString("id"),
                row.getString("account"),
                new FollowTarget(
                        FollowKind.valueOf(row.getString("kind")), row.getString("subject")),
                row.getLong("since"),
                Instant.ofEpochSecond(row.getLong("made_at")));
    }
}
