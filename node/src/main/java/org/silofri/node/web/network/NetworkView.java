package org.silofri.node.web.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.wording.When;

/**
 * What the network page shows.
 *
 * @param cities members by name
 * @param current how many are current
 * @param nodes how many nodes there are
 */
record NetworkView(List<Row> cities, String current, String members, String nodes) {

    /**
     * A member of the network.
     *
     * @param host who holds its key; null when it has a node of its own
     * @param head place of the last event held here; {@code –} when there is none
     * @param hash short form of that event's hash
     * @param digest short form of the digest of its graph
     * @param fullDigest all of it
     * @param behind events known to be missing here
     * @param quarantined authentic events that are not shown
     * @param latest time of the last event; null when there is none
     * @param state in the reader's words
     * @param healthy whether the state needs nobody's attention
     * @param receipts how many nodes have its last event; {@code –} when there is none
     */
    record Row(
            CityLine city,
            @Nullable String host,
            String head,
            String hash,
            String digest,
            String fullDigest,
            String behind,
            String quarantined,
            @Nullable When latest,
            String state,
            boolean healthy,
            String receipts) {}
}
