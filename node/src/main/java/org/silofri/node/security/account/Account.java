package org.silofri.node.security.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;

/**
 * Somebody who may sign in, without the password.
 *
 * @param id for life; what drafts and the audit trail keep
 * @param name what is typed at sign-in, in small letters
 * @param display what others see, for example a role; need not be a person's name
 * @param email functional address for notices; null when there is none
 * @param language BCP 47 tag of the language that pages are read in; null when not chosen
 * @param oneTimeUntil end of the validity of a password that must be changed at sign-in; null once
 *     the account has a password of its own
 * @param generation sessions of an earlier generation have ended
 * @param disabled whether it can neither sign in nor use its tokens
 */
public record Account(
        String id,
        String name,
        String display,
        @Nullable String email,
        @Nullable String language,
        Set<Grant> grants,
        @Nullable Instant oneTimeUntil,
        int generation,
        boolean disabled) {

    public Account {
        grants = Collections.unmodifiableSet(new TreeSet<>(grants));
    }

    /** Whether the password is one that somebody else knows. */
    public boolean mustChange() {
        return oneTimeUntil != null;
    }

    /** The account as a caller; without grants until it has a password of its own. */
    public Caller caller() {
        return new Caller(display, id, mustChange() ? Set.of() : grants);
    }

    /** The cities for which the account has a grant. */
    public Set<CityId> cities() {
        return grants.stream().map(Grant::city).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean administers(CityId city) {
        return grants.contains(new Grant(Role.ADMIN, city));
    }
}
