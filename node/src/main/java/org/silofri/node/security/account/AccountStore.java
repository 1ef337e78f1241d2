package org.silofri.node.security.account;

import com.github.f4b6a3.ulid.UlidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of this node in {@code app.db}. Decides nothing. */
@Component
class AccountStore {

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> byId(String id) {
        return database.sql("SELECT * FROM account WHERE id = ?")
                .param(id)
                .query(this::account)
                .optional();
    }

    Optional<Account> byName(String name) {
        return database.sql("SELECT * FROM account WHERE name = ?")
                .param(name)
                .query(this::account)
                .optional();
    }

    /** All accounts, by sign-in name. */
    List<Account> all() {
        return database.sql("SELECT * FROM account ORDER BY name").query(this::account).list();
    }

    int count() {
        return database.sql("SELECT count(*) FROM account").query(Integer.class).single();
    }

    String hash(String id) {
        return database.sql("SELECT hash FROM account WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Tells whether somebody else who can sign in administers the city. */
    boolean administeredByAnother(CityId city, String id) {
        return database.sql(
                                "SELECT count(*) FROM account_grant JOIN account ON id = account"
                                        + " WHERE role = 'ADMIN' AND city = ? AND id <> ? AND disabled IS NULL")
                        .params(city.value(), id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    String add(NewAccount wish, String hash, @Nullable Instant oneTimeUntil, Instant now) {
        String id = UlidCreator.getMonotonicUlid().toLowerCase();
        database.sql(
                        "INSERT INTO account (id, name, display, email, language, hash, one_time, made_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(wish.name())
                .param(wish.display())
                .param(wish.email())
                .param(wish.language())
                .param(hash)
                .param(seconds(oneTimeUntil))
                .param(now.getEpochSecond())
                .update();
        wish.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    /** A new password; every session ends. */
    void password(String id, String hash, @Nullable Instant oneTimeUntil) {
        database.sql(
                        "UPDATE account SET hash = ?, one_time = ?, generation = generation + 1"
                                + " WHERE id = ?")
                .param(hash)
                .param(seconds(oneTimeUntil))
                .param(id)
                .update();
    }

    /** The same password, hashed as is done today. */
    void rehash(String id, String hash) {
        database.sql("UPDATE account SET hash = ? WHERE id = ?").params(hash, id).update();
    }

    void profile(String id, String display, @Nullable String email, @Nullable String language) {
        database.sql("UPDATE account SET display = ?, email = ?, language = ? WHERE id = ?")
                .param(display)
                .param(email)
                .param(language)
                .param(id)
                .update();
    }

    void endSessions(String id) {
        database.sql("UPDATE account SET generation = generation + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    void disable(String id, Instant now) {
        database.sql(
                        "UPDATE account SET disabled = ?, generation = generation + 1"
                                + " WHERE id = ? AND disabled IS NULL")
                .params(now.getEpochSecond(), id)
                .update();
    }

    void enable(String id) {
        database.sql("UPDATE account SET disabled = NULL WHERE id = ?").param(id).update();
    }

    /** These grants and no others for the cities. */
    void grants(String id, Set<CityId> cities, Set<Grant> wanted) {
        for (CityId city : cities) {
            database.sql("DELETE FROM account_grant WHERE account = ? AND city = ?")
                    .params(id, city.value())
                    .update();
        }
        wanted.forEach(grant -> grant(id, grant));
    }

    private void grant(String id, Grant grant) {
        database.sql("INSERT INTO account_grant (account, role, city) VALUES (?, ?, ?)")
                .params(id, grant.role().name(), grant.city().value())
                .update();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        long oneTime = row.getLong("one_time");
        boolean own = row.wasNull();
        return new Account(
                id,
                row.getString("name"),
                row.getString("display"),
                row.getString("email"),
                row.getString("language"),
                grants(id),
                own ? null : Instant.ofEpochSecond(oneTime),
                row.getInt("generation"),
                row.getObject("disabled") != null);
    }

    private Set<Grant> grants(String id) {
        return new HashSet<>(
                database.sql("SELECT role, city FROM account_grant WHERE account = ?")
                        .param(id)
                        .query((row, number) ->
                                new Grant(
                                        Role.valueOf(row.getString("role")),
                                        new CityId(row.getString("city"))))
                        .list());
    }

    private static @Nullable Long seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.getEpochSecond();
    }
}
