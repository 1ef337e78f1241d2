package org.silofri.node.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;

/**
 * A line of the audit trail.
 *
 * @param id grows with time
 * @param who sign-in name of the account, or the label of the token; null when nobody was proved
 * @param subject what it was done to: an account's sign-in name, a token's label, an entry's IRI
 * @param city that it was done for; null where it is about no city
 * @param address from where; null for a command, and once it is older than is kept
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable String who,
        AuditAction what,
        String subject,
        @Nullable CityId city,
        @Nullable String address) {}
