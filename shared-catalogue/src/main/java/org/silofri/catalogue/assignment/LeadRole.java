package org.silofri.catalogue.assignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The part of a city in the work on a shared problem. */
public enum LeadRole {
    /** Leads; at any time at most one does. */
    LEAD,
    /** Stands in for the lead. */
    DEPUTY,
    /** Takes part. */
    FOLLOWER;

    /** As in the code list {@code role}. */
    public String notation() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with that notation. */
    public static Optional<LeadRole> of(String notation) {
        return Arrays.stream(values()).filter(role -> role.notation().equals(notation)).findFirst();
    }
}
