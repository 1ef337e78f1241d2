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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of this node in {@code app.db}, by their hash. */
@Component
public class TokenStore {

    /** The longest a token may live. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** The most valid tokens of one account. */
    public static final int MOST = 20;

    private static final Set<Role> TOKENS =
            EnumSet.of(Role.READER, Role.EDITOR, Role.PUBLISHER, Role.COORDINATOR);

    private static final String LISTED =
            "SELECT token.*, account.name AS owner FROM token"
                    + " LEFT JOIN account ON account.id = token.account";

    /** Neither disabled nor less able than when it was made: an owner's loss is the token's. */
    private static final String USABLE =
            LISTED
                    + " WHERE token.hash = ? AND (token.account IS NULL OR (account.disabled IS NULL"
                    + " AND EXISTS (SELECT 1 FROM account_grant AS held"
                    + " WHERE held.account = token.account AND held.role = token.role"
                    + " AND held.city = token.city)))";

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
     * Makes a token that belongs to no account.
     *
     * @param role neither {@link Role#ADMIN}, since accounts are managed by people who sign in, nor
     *     {@link Role#OPERATOR}
     * @param validFor positive, at most {@link #LONGEST}
     * @return its text, which is kept nowhere
     * @throws IllegalArgumentException if the role, time or label is outside its range
     */
    public String issue(Role role, CityId city, String label, Duration validFor) {
        return make(null, new Grant(role, city), label, validFor);
    }

    /**
     * Makes a token that can do what its owner can, as long as the owner can.
     *
     * @param owner an account that has the grant
     * @param grant whose role is not {@link Role#ADMIN}
     * @param validFor positive, at most {@link #LONGEST}
     * @return its text, which is kept nowhere
     * @throws IllegalArgumentException if the owner lacks the grant or has {@link #MOST} tokens, or
     *     if the role, time or label is outside its range
     */
    public String issue(Caller owner, Grant grant, String label, Duration validFor) {
        String account = owner.account();
        if (account == null || !owner.grants().contains(grant)) {
            throw new IllegalArgumentException(
                    "A token can do no more than its owner; choose one of the own grants");
        }
        if (valid(account) >= MOST) {
            throw new IllegalArgumentException(
                    "An account has at most %d tokens; revoke one first".formatted(MOST));
        }
        return make(account, grant, label, validFor);
    }

    private String make(@Nullable String account, Grant grant, String label, Duration validFor) {
        if (!TOKENS.contains(grant.role())) {
            throw new IllegalArgumentException(
                    "A token is for one of %s; the operator's is in run.json".formatted(TOKENS));
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
                        "INSERT INTO token (id, hash, role, city, label, made_at, expires, account)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UlidCreator.getMonotonicUlid().toLowerCase())
                .param(hash(token))
                .param(grant.role().name())
                .param(grant.city().value())
                .param(label)
                .param(now.getEpochSecond())
                .param(now.plus(validFor).getEpochSecond())
                .param(account)
                .update();
        return token;
    }

    /** The caller whom a token proves, if it is known, neither expired nor revoked. */
    public Optional<Caller> caller(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return database.sql(USABLE)
                .param(hash(token))
                .query(TokenStore::grant)
                .optional()
                .filter(grant -> grant.validAt(clock.instant()))
                .map(TokenGrant::caller);
    }

    /** All tokens ever made, newest first. */
    public List<TokenGrant> list() {
        return database.sql(LISTED + " ORDER BY token.id DESC").query(TokenStore::grant).list();
    }

    /** The tokens that an account has made, newest first. */
    public List<TokenGrant> list(Caller owner) {
        return database.sql(LISTED + " WHERE token.account = ? ORDER BY token.id DESC")
                .param(owner.account())
                .query(TokenStore::grant)
                .list();
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

    /**
     * Takes an own token back at once.
     *
     * @return the token, if there was one of that account with that id that was still valid
     */
    public Optional<TokenGrant> revoke(Caller owner, String id) {
        return list(owner).stream()
                .filter(token -> token.id().equals(id.toLowerCase(Locale.ROOT)))
                .filter(token -> revoke(token.id()))
                .findFirst();
    }

    private int valid(String account) {
        return database.sql(
                        "SELECT count(*) FROM token WHERE account = ? AND revoked IS NULL"
                                + " AND expires > ?")
                .params(account, clock.instant().getEpochSecond())
                .query(Integer.class)
                .single();
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
                row.getObject("revoked") != null,
                row.getString("owner"));
    }
}
