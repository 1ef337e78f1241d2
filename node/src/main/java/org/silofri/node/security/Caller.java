package org.silofri.node.security;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;

/**
 * Who calls, as proved by a token or by signing in.
 *
 * @param name what the token was made for, or the display name of the account; never logged
 * @param account id of the account that has signed in; null for a token
 * @param grants what the caller may do, by city; sorted
 */
public record Caller(String name, @Nullable String account, Set<Grant> grants) {

    private static final Set<Role> EDITING =
            EnumSet.of(Role.EDITOR, Role.PUBLISHER, Role.COORDINATOR, Role.ADMIN);
    private static final Set<Role> PUBLISHING = EnumSet.of(Role.PUBLISHER, Role.COORDINATOR);

    public Caller {
        grants = Collections.unmodifiableSet(new TreeSet<>(grants));
    }

    /** The holder of a token with one grant. */
    public static Caller ofToken(String label, Grant grant) {
        return new Caller(label, null, Set.of(grant));
    }

    /** Tells whether the caller may write drafts for that city. */
    public boolean mayEdit(CityId of) {
        return has(EDITING, of);
    }

    /** Tells whether the caller may publish in the log of that city. */
    public boolean mayPublish(CityId of) {
        return has(PUBLISHING, of);
    }

    /**
     * Tells whether the caller acts for the coordinator.
     *
     * @param coordinator the coordinator's own id
     */
    public boolean coordinates(CityId coordinator) {
        return has(EnumSet.of(Role.COORDINATOR), coordinator);
    }

    /** Tells whether the caller manages the accounts of that city. */
    public boolean administers(CityId of) {
        return has(EnumSet.of(Role.ADMIN), of);
    }

    /** The cities that the caller may write drafts for, in order of their ids. */
    public Set<CityId> edits() {
        return cities(EDITING);
    }

    /** The cities in whose logs the caller may publish, in order of their ids. */
    public Set<CityId> publishes() {
        return cities(PUBLISHING);
    }

    /** The cities whose accounts the caller manages, in order of their ids. */
    public Set<CityId> administers() {
        return cities(EnumSet.of(Role.ADMIN));
    }

    /** The roles that the caller has for any city. */
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        grants.forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    private boolean has(Set<Role> roles, CityId city) {
        return grants.stream()
                .anyMatch(grant -> grant.city().equals(city) && roles.contains(grant.role()));
    }

    private Set<CityId> cities(Set<Role> roles) {
        return grants.stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Grant::city)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
