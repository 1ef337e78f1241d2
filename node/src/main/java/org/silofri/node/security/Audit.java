package org.silofri.node.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who did what, when and from where, in {@code app.db}. Written by whoever does it, in the same
 * request; read by administrators. Holds ids of accounts, never their passwords or tokens (ADR
 * 0083).
 */
@Component
public class Audit {

    private static final int MOST_CHARACTERS = 300;

    /** Of what anybody can cause without signing in, no more than this is kept. */
    private static final int MOST_FAILURES = 10_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final SecuritySettings settings;

    Audit(JdbcClient database, InstantSource clock, SecuritySettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Keeps a line about a request that is being answered, or about a command.
     *
     * @param who the caller; null when nobody was proved
     * @param subject what it is done to: an entry's IRI, an account's sign-in name, a token's label
     * @param city that it is done for; null where it is about no city
     */
    public void record(
            @Nullable Caller who, AuditAction what, String subject, @Nullable CityId city) {
        String account = who == null ? null : who.account();
        database.sql(
                        "INSERT INTO audit (at, account, label, what, subject, city, address)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(clock.instant().getEpochSecond())
                .param(account)
                .param(account != null || who == null ? null : who.name())
                .param(what.name())
                .param(subject.substring(0, Math.min(subject.length(), MOST_CHARACTERS)))
                .param(city == null ? null : city.value())
                .param(address())
                .update();
    }

    /**
     * Reads backwards from the newest line.
     *
     * @param cities whose lines to read: those about the city, and those about accounts with a
     *     grant for it
     * @param nobodys whether lines about nobody and no city are read too
     * @param before only lines with a smaller id
     * @param limit most lines to return
     */
    public List<AuditEntry> newest(
            Collection<CityId> cities, boolean nobodys, long before, int limit) {
        return database.sql(
                        """
                        SELECT audit.*, coalesce(account.name, audit.label) AS who FROM audit
                        LEFT JOIN account ON account.id = audit.account
                        WHERE audit.id < :before AND (
                          audit.city IN (:cities)
                          OR audit.account IN (SELECT account FROM account_grant WHERE city IN (:cities))
                          OR (audit.city IS NULL AND audit.subject IN (
                            SELECT name FROM account JOIN account_grant ON account = account.id
                            WHERE city IN (:cities)))
                          OR (:nobodys AND audit.city IS NULL AND audit.account IS NULL))
                        ORDER BY audit.id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("cities", cities.stream().map(CityId::value).toList())
                .param("nobodys", nobodys)
                .param("limit", limit)
                .query(Audit::entry)
                .list();
    }

    /** Forgets what is older than is kept. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    public void forget() {
        database.sql("UPDATE audit SET address = NULL WHERE address IS NOT NULL AND at < ?")
                .param(before(settings.addressesKept()))
                .update();
        database.sql("DELETE FROM audit WHERE at < ?").param(before(settings.auditKept())).update();
        database.sql(
                        """
                        DELETE FROM audit WHERE account IS NULL AND what LIKE 'SIGN\\_IN\\_%' ESCAPE '\\'
                        AND id NOT IN (SELECT id FROM audit
                          WHERE account IS NULL AND what LIKE 'SIGN\\_IN\\_%' ESCAPE '\\'
                          ORDER BY id DESC LIMIT ?)
                        """)
                .param(MOST_FAILURES)
                .update();
    }

    private long before(Duration kept) {
        return clock.instant().minus(kept).getEpochSecond();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getRemoteAddr()
                : null;
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        String city = row.getString("city");
        return new AuditEntry(
                row.getLong("id"),
                Instant.ofEpochSecond(row.getLong("at")),
                row.getString("who"),
                AuditAction.valueOf(row.getString("what")),
                row.getString("subject"),
                city == null ? null : new CityId(city),
                row.getString("address"));
    }
}
