package org.silofri.node.security;

import com.github.f4b6a3.ulid.UlidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of this node in {@code app.db}, by their hash. */
@Component
public class TokenStore {

    /** The longest a token may live. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final String PREFIX = "sft_";
    private static final int SECRET_BYTES = 32;
    private static final int MOST_CHARACTERS = 100;
    private static final int MOST_LABEL_CHARACTERS = 100;

    private final JdbcClient database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TokenStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param role {@link Role#PUBLISHER} or {@link Role#COORDINATOR}
     * @param validFor positive, at most {@link #LONGEST}
     * @return its text, which is kept nowhere
     * @throws IllegalArgumentException if the role, time or label is outside its range
     */
    public String issue(Role role, CityId city, String label, Duration validFor) {
        if (role != Role.PUBLISHER && role != Role.COORDINATOR) {
            throw new IllegalArgumentException(
                    "A token is for PUBLISHER or COORDINATOR; the operator's is in run.json");
        }
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "A token is valid for at most %d days; choose a shorter time"
                            .formatted(LONGEST.toDays()));
        }
        if (label.isBlank() || label.length() > MOST_LABEL_CHARACTERS) {
            throw new IllegalArgumentException(
                    "A token needs a label of at most %d characters that says what it is for"
                            .formatted(MOST_LABEL_CHARACTERS));
        }
        String token = secret();
        Instant now = clock.instant();
        database.sql(
                        "INSERT INTO token (id, hash, role, city, label, made_at, expires)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UlidCreator.getMonotonicUlid().toLowerCase(),
                        hash(token),
                        role.name(),
                        city.value(),
                        label,
                        now.getEpochSecond(),
                        now.plus(validFor).getEpochSecond())
                .update();
        return token;
    }

    /** The caller whom a token proves, if it is known, neither expired nor revoked. */
    Optional<Caller> caller(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return database.sql("SELECT * FROM token WHERE hash = ?")
                .param(hash(token))
                .query(TokenStore::grant)
                .optional()
                .filter(grant -> grant.validAt(clock.instant()))
                .map(TokenGrant::caller);
    }

    /** All tokens ever made, newest first. */
    public List<TokenGrant> list() {
        return database.sql("SELECT * FROM token ORDER BY id DESC").query(TokenStore::grant).list();
    }

    /**
     * Takes a token back at once.
     *
     * @return whether there was one with that id that was still valid
     */
    public boolean revoke(String id) {
        return database.sql("UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL")
                        .params(clock.instant().getEpochSecond(), id.toLowerCase(Locale.ROOT))
                        .update()
                > 0;
    }

    String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenGrant grant(ResultSet row, int number) throws SQLException {
        return new TokenGrant(
                row.getString("id"),
                Role.valueOf(row.getString("role")),
                new CityId(row.getString("city")),
                row.getString("label"),
                Instant.ofEpochSecond(row.getLong("expires")),
                row.getObject("revoked") != null);
    }
}
