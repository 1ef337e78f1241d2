package org.silofri.node.web.members;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.CityLine;

/**
 * A member of the network.
 *
 * @param active false when its events are not taken
 * @param heldBy who holds its key; null when it does itself
 * @param keys in order of their validity
 * @param evidence where its membership was decided; null for an example
 */
record MemberView(
        CityLine city,
        boolean active,
        @Nullable String heldBy,
        String base,
        List<Key> keys,
        @Nullable String evidence) {

    /** A key with the places in the log at which it signs. */
    record Key(String thumbprint, String validity) {}

    /**
     * What came of a join request.
     *
     * @param user login at the hub, shown this once; null for a hosted city
     */
    record Admitted(
            String city, boolean created, @Nullable String user, @Nullable String password) {}
}
