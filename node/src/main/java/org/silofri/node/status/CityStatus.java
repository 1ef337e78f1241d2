package org.silofri.node.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this node holds of a city.
 *
 * @param names by language tag
 * @param base the city's base IRI
 * @param hostedBy base IRI of the node that keeps its key; null for an own node
 * @param example true when no source says that the city takes part
 * @param epoch of the last event held, 0 if none
 * @param seq of the last event held, 0 if none
 * @param hash of the last event held, empty if none
 * @param digest of what the graph holds of the city; equal on all nodes that hold the same
 * @param ageSeconds since the time of the last event; null if there is none
 * @param throttledSeconds how long the city's quota is used up (F20), which only the node knows
 *     that the city publishes on; null when it is not
 * @param behind events that the city's own signed head has beyond those held here
 * @param quarantined events that are held and not shown
 * @param receipts names of the nodes that have said they hold the last event
 * @param nodes nodes that have said what they hold
 */
public record CityStatus(
        String city,
        Map<String, String> names,
        String country,
        String base,
        @Nullable String hostedBy,
        boolean example,
        long epoch,
        long seq,
        String hash,
        String digest,
        @Nullable Long ageSeconds,
        State state,
        @Nullable Long throttledSeconds,
        long behind,
        int quarantined,
        List<String> receipts,
        int nodes) {

    /** How the copy of the city's log stands. */
    public enum State {
        /** All that is known of is here. */
        CURRENT,
        /** The city's quota is used up; it publishes here, and has to wait (F20). */
        THROTTLED,
        /** The city has signed more than is here. */
        BEHIND,
        /** Two histories were signed; the city stands still (F7). */
        FROZEN,
        /** The coordinator has suspended the member. */
        SUSPENDED,
        /** Nothing was heard from its node for a while. */
        UNREACHABLE;

        /** As the API tells it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies. */
    public CityStatus {
        names = Map.copyOf(names);
        receipts = List.copyOf(receipts);
    }
}
