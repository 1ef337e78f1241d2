package org.silofri.node.security.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.silofri.node.security.SecuritySettings;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who have signed in, in the memory of this node. A session holds whose it is
 * and nothing of what that account may do: that is read for each request, so that a grant that is
 * taken away is gone at once.
 */
@Component
public class Sessions {

    private static final String ACCOUNT = "silofri.account";
    private static final String GENERATION = "silofri.generation";
    private static final String SINCE = "silofri.since";

    private final AccountStore store;
    private final SecuritySettings settings;
    private final InstantSource clock;

    Sessions(AccountStore store, SecuritySettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a session; whatever the browser had before is of no use any more. */
    public void begin(HttpServletRequest request, Account account) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(settings.sessionIdle().toSeconds()));
        session.setAttribute(ACCOUNT, account.id());
        session.setAttribute(SINCE, clock.instant());
        session.setAttribute(GENERATION, account.generation());
    }

    /** Keeps this session when the others of its account end. */
    public void keep(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.changeSessionId();
            session.setAttribute(GENERATION, account.generation());
        }
    }

    /** Ends the session, if there is one. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Whose session the request belongs to, as the account is now; one that is over is ended. */
    public Optional<Account> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String id)) {
            return Optional.empty();
        }
        Optional<Account> account =
                store.byId(id)
                        .filter(found -> !found.disabled())
                        .filter(found ->
                                session.getAttribute(GENERATION) instanceof Integer generation
                                        && generation == found.generation())
                        .filter(found -> isYoung(session));
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    private boolean isYoung(HttpSession session) {
        return session.getAttribute(SINCE) instanceof Instant since
                && Duration.between(since, clock.instant()).compareTo(settings.sessionLongest())
                        < 0;
    }
}
