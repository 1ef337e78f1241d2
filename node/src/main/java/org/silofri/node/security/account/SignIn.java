package org.silofri.node.security.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditAction;
import org.springframework.stereotype.Component;

/**
 * Proves who somebody is by name and password. Takes as long for a name that nobody has, and slows
 * down whoever guesses, by name and by address (ADR 0081).
 */
@Component
public class SignIn {

    private static final int FREE_FOR_NAME = 5;
    private static final int FREE_FOR_ADDRESS = 30;
    private static final int MOST_OF_NAME = 60;
    private static final int MOST_CHARACTERS = 512;

    private final AccountStore store;
    private final Passwords passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final Attempts names = new Attempts(FREE_FOR_NAME);
    private final Attempts addresses = new Attempts(FREE_FOR_ADDRESS);

    SignIn(AccountStore store, Passwords passwords, Audit audit, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tries a name and a password.
     *
     * @param address from where, as the node sees it
     */
    public SignInResult attempt(String name, String password, String address) {
        String typed = name.strip().toLowerCase(Locale.ROOT);
        if (typed.length() > MOST_OF_NAME || password.length() > MOST_CHARACTERS) {
            return new SignInResult.Wrong();
        }
        String network = network(address);
        Instant now = clock.instant();
        Optional<Duration> wait = wait(typed, network, now);
        if (wait.isPresent()) {
            return new SignInResult.Wait(wait.get());
        }
        names.count(typed, now);
        addresses.count(network, now);
        Optional<Account> account = store.byName(typed);
        return switch (check(account, password)) {
            case BUSY -> {
                names.uncount(typed);
                addresses.uncount(network);
                yield new SignInResult.Busy();
            }
            case WRONG -> wrong(account, typed, network);
            case RIGHT -> {
                names.forget(typed);
                addresses.uncount(network);
                yield right(account.orElseThrow(), password, now);
            }
        };
    }

    /** An administrator has helped: whoever had to wait need not any more. */
    void forget(Account account) {
        names.forget(account.name());
    }

    /** Checks the password of somebody who has signed in, with the same patience. */
    Passwords.Check confirm(Account account, String password) {
        Instant now = clock.instant();
        if (password.length() > MOST_CHARACTERS) {
            return Passwords.Check.WRONG;
        }
        if (names.wait(account.name(), now).isPresent()) {
            return Passwords.Check.BUSY;
        }
        names.count(account.name(), now);
        Passwords.Check check = passwords.check(password, store.hash(account.id()));
        if (check == Passwords.Check.RIGHT) {
            names.forget(account.name());
        }
        return check;
    }

    private Optional<Duration> wait(String typed, String network, Instant now) {
        return Stream.of(names.wait(typed, now), addresses.wait(network, now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    private Passwords.Check check(Optional<Account> account, String password) {
        return account.isPresent()
                ? passwords.check(password, store.hash(account.get().id()))
                : passwords.checkNobodys(password);
    }

    /** What was typed as a name that nobody has may be a password: it is not kept. */
    private SignInResult wrong(Optional<Account> account, String typed, String network) {
        audit.record(null, AuditAction.SIGN_IN_FAILED, account.map(Account::name).orElse(""), null);
        if (wait(typed, network, clock.instant()).isPresent()) {
            audit.record(
                    null, AuditAction.SIGN_IN_PAUSED, account.map(Account::name).orElse(""), null);
        }
        return new SignInResult.Wrong();
    }

    private SignInResult right(Account account, String password, Instant now) {
        Instant until = account.oneTimeUntil();
        if (account.disabled()) {
            audit.record(null, AuditAction.SIGN_IN_FAILED, account.name(), null);
            return new SignInResult.Disabled();
        }
        if (until != null && until.isBefore(now)) {
            audit.record(null, AuditAction.SIGN_IN_FAILED, account.name(), null);
            return new SignInResult.Expired();
        }
        if (passwords.outdated(store.hash(account.id()))) {
            store.rehash(account.id(), passwords.hash(password));
        }
        audit.record(account.caller(), AuditAction.SIGNED_IN, account.name(), null);
        return new SignInResult.Welcome(account);
    }

    /** Whoever has one IPv6 address has 2^64 of them. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("%", -1)[0].split(":", -1);
        return String.join(":", Stream.of(groups).limit(4).toList());
    }
}
