package org.silofri.node.security.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.AccountResult.Done;
import org.silofri.node.security.account.AccountResult.Objection;
import org.silofri.node.security.account.AccountResult.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What administrators and the operator do with accounts, and what people do with their own. An
 * administrator acts within the cities that it administers; whoever could reset the password of
 * somebody with a role elsewhere would have that role (ADR 0080).
 */
@Component
public class Accounts {

    private static final int MOST = 2_000;
    private static final Duration ONE_TIME = Duration.ofDays(7);

    private final AccountStore store;
    private final Passwords passwords;
    private final SignIn signIn;
    private final NodeIdentity identity;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionOperations transaction;

    Accounts(
            AccountStore store,
            Passwords passwords,
            SignIn signIn,
            NodeIdentity identity,
            Audit audit,
            InstantSource clock,
            TransactionOperations transaction) {
        this.store = store;
        this.passwords = passwords;
        this.signIn = signIn;
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All accounts that the caller may see: those with a role for a city that it administers. */
    public List<Account> seenBy(Caller by) {
        return store.all().stream()
                .filter(account ->
                        isOperator(by)
                                || account.cities().stream().anyMatch(by.administers()::contains))
                .toList();
    }

    /** The account with that sign-in name. */
    public Optional<Account> byName(String name) {
        return store.byName(name);
    }

    /** The account with that id. */
    public Optional<Account> byId(String id) {
        return store.byId(id);
    }

    /** The account of a caller who has signed in. */
    public Optional<Account> of(Caller caller) {
        return Optional.ofNullable(caller.account()).flatMap(store::byId);
    }

    /**
     * Adds an account.
     *
     * @param password its own; null for one that is made here and must be changed at sign-in
     */
    public AccountResult add(Caller by, NewAccount wish, @Nullable String password) {
        String oneTime = password == null ? passwords.random() : null;
        Optional<Objection> objection =
                wish.objection()
                        .or(() -> grants(by, wish.grants()))
                        .or(() ->
                                Optional.ofNullable(password)
                                        .flatMap(own -> PasswordRules.objection(own, wish.name())));
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        String hash = passwords.hash(password == null ? String.valueOf(oneTime) : password);
        return changing(() -> {
            if (store.count() >= MOST) {
                return new Refused(Objection.TOO_MANY);
            }
            if (store.byName(wish.name()).isPresent()) {
                return new Refused(Objection.NAME_TAKEN);
            }
            Instant now = clock.instant();
            store.add(wish, hash, oneTime == null ? null : now.plus(ONE_TIME), now);
            return done(by, AuditAction.ACCOUNT_ADDED, wish.name(), oneTime);
        });
    }

    /** Gives the account these roles for the cities that the caller administers, and no others. */
    public AccountResult grant(Caller by, String name, Set<Grant> wanted) {
        return changing(() -> {
            Optional<Account> account = store.byName(name);
            if (account.isEmpty()) {
                return new Refused(Objection.UNKNOWN);
            }
            Set<CityId> mine = isOperator(by) ? identity.ownCities() : by.administers();
            Set<Grant> after = new HashSet<>(account.get().grants());
            after.removeIf(grant -> mine.contains(grant.city()));
            after.addAll(wanted);
            Optional<Objection> objection =
                    wanted.isEmpty() && after.isEmpty()
                            ? Optional.of(Objection.GRANT_MISSING)
                            : within(by, wanted)
                                    .or(() -> missingAdministrator(account.get(), after));
            if (objection.isPresent()) {
                return new Refused(objection.get());
            }
            store.grants(account.get().id(), mine, wanted);
            return done(by, AuditAction.GRANTS_CHANGED, name, null);
        });
    }

    /**
     * Gives the account another password and ends its sessions.
     *
     * @param password its own; null for one that is made here and must be changed at sign-in
     */
    public AccountResult reset(Caller by, String name, @Nullable String password) {
        String oneTime = password == null ? passwords.random() : null;
        Optional<Objection> objection =
                Optional.ofNullable(password).flatMap(own -> PasswordRules.objection(own, name));
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        String hash = passwords.hash(password == null ? String.valueOf(oneTime) : password);
        return managing(
                by,
                name,
                account -> {
                    store.password(
                            account.id(),
                            hash,
                            oneTime == null ? null : clock.instant().plus(ONE_TIME));
                    signIn.forget(account);
                    return done(by, AuditAction.PASSWORD_RESET, name, oneTime);
                });
    }

    /** Ends the account's sessions and tokens until it is enabled again. */
    public AccountResult disable(Caller by, String name) {
        return managing(
                by,
                name,
                account -> {
                    Optional<Objection> objection = missingAdministrator(account, Set.of());
                    if (objection.isPresent()) {
                        return new Refused(objection.get());
                    }
                    store.disable(account.id(), clock.instant());
                    return done(by, AuditAction.ACCOUNT_DISABLED, name, null);
                });
    }

    /** Lets a disabled account sign in again. */
    public AccountResult enable(Caller by, String name) {
        return managing(
                by,
                name,
                account -> {
                    store.enable(account.id());
                    return done(by, AuditAction.ACCOUNT_ENABLED, name, null);
                });
    }

    /** Changes what one's own account is called, where notices go and which language it reads. */
    public AccountResult describe(
            Caller own, String display, @Nullable String email, @Nullable String language) {
        return changing(() -> {
            Account account = of(own).orElseThrow();
            NewAccount wish =
                    new NewAccount(account.name(), display, email, language, account.grants());
            Optional<Objection> objection = wish.objection();
            if (objection.isPresent()) {
                return new Refused(objection.get());
            }
            store.profile(account.id(), wish.display(), wish.email(), wish.language());
            return done(own, AuditAction.ACCOUNT_CHANGED, account.name(), null);
        });
    }

    /** Changes one's own password; all sessions end. */
    public AccountResult changePassword(Caller own, String present, String next) {
        Account account = of(own).orElseThrow();
        Optional<Objection> objection =
                PasswordRules.objection(next, account.name())
                        .or(() ->
                                present.equals(next)
                                        ? Optional.of(Objection.PASSWORD_SAME)
                                        : Optional.empty());
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        return switch (signIn.confirm(account, present)) {
            case BUSY -> new Refused(Objection.BUSY);
            case WRONG -> new Refused(Objection.PASSWORD_WRONG);
            case RIGHT -> {
                String hash = passwords.hash(next);
                yield changing(() -> {
                    store.password(account.id(), hash, null);
                    return done(own, AuditAction.PASSWORD_CHANGED, account.name(), null);
                });
            }
        };
    }

    /** Ends all one's own sessions. */
    public AccountResult endSessions(Caller own) {
        return changing(() -> {
            Account account = of(own).orElseThrow();
            store.endSessions(account.id());
            return done(own, AuditAction.SESSIONS_ENDED, account.name(), null);
        });
    }

    /**
     * Tells whether the caller may reset or disable the account: all its cities are the caller's.
     */
    public static boolean manages(Caller by, Account account) {
        return isOperator(by)
                || (!account.grants().isEmpty() && by.administers().containsAll(account.cities()));
    }

    private AccountResult managing(
            Caller by, String name, Function<Account, AccountResult> change) {
        return changing(() -> {
            Optional<Account> account = store.byName(name);
            if (account.isEmpty()) {
                return new Refused(Objection.UNKNOWN);
            }
            return manages(by, account.get())
                    ? change.apply(account.get())
                    : new Refused(Objection.NOT_YOURS);
        });
    }

    /** One change at a time: two administrators cannot disable each other at once. */
    private synchronized AccountResult changing(Supplier<AccountResult> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private Done done(Caller by, AuditAction what, String name, @Nullable String oneTime) {
        audit.record(by, what, name, null);
        return new Done(store.byName(name).orElseThrow(), oneTime);
    }

    private Optional<Objection> grants(Caller by, Set<Grant> wanted) {
        return wanted.isEmpty() ? Optional.of(Objection.GRANT_MISSING) : within(by, wanted);
    }

    /** Only roles that this node has, for cities that the caller administers. */
    private Optional<Objection> within(Caller by, Set<Grant> wanted) {
        if (!wanted.stream().allMatch(this::isHere)) {
            return Optional.of(Objection.GRANT_ELSEWHERE);
        }
        return isOperator(by) || wanted.stream().allMatch(grant -> by.administers(grant.city()))
                ? Optional.empty()
                : Optional.of(Objection.NOT_YOURS);
    }

    private boolean isHere(Grant grant) {
        return identity.owns(grant.city())
                && switch (grant.role()) {
                    case READER, EDITOR, PUBLISHER, ADMIN -> true;
                    case COORDINATOR -> grant.city().equals(identity.network().coordinator());
                    case OPERATOR -> false;
                };
    }

    private Optional<Objection> missingAdministrator(Account account, Set<Grant> after) {
        return account.cities().stream()
                        .filter(city -> !account.disabled() && account.administers(city))
                        .filter(city -> !after.contains(new Grant(Role.ADMIN, city)))
                        .allMatch(city -> store.administeredByAnother(city, account.id()))
                ? Optional.empty()
                : Optional.of(Objection.LAST_ADMINISTRATOR);
    }

    private static boolean isOperator(Caller by) {
        return by.roles().contains(Role.OPERATOR);
    }
}
