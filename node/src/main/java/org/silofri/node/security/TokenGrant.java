package org.silofri.node.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;

/**
 * A token as it is kept: without its secret.
 *
 * @param id names it, for revoking
 * @param expires end of validity, exclusive
 * @param revoked whether it was taken back
 * @param owner sign-in name of the account that made it; null when the operator did
 */
public record TokenGrant(
        String id,
        Role role,
        CityId city,
        String label,
        Instant expires,
        boolean revoked,
        @Nullable String owner) {

    /** Tells whether it is of use at that moment. */
    public boolean validAt(Instant now) {
        return !revoked && now.isBefore(expires);
    }

    Caller caller() {
        return Caller.ofToken(label, new Grant(role, city));
    }
}
