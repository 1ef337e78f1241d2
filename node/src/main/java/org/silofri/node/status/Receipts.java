package org.silofri.node.status;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.springframework.stereotype.Component;

/**
 * Who has said to hold an event (F9 <i>shared</i>), as it was known at most {@link #FRESH} ago: for
 * answers to those who write, of whom there may be many a second.
 */
@Component
public class Receipts {

    /** How old the answer may be. */
    static final Duration FRESH = Duration.ofSeconds(1);

    private final NetworkStatus status;
    private final Recent<Map<CityId, NodePosition>> positions;

    Receipts(NetworkStatus status, InstantSource clock) {
        this.status = status;
        this.positions = new Recent<>(status::positions, FRESH, clock);
    }

    /**
     * Nodes that have said to hold an event, this one left out.
     *
     * @return their names; empty as long as it is not shared
     */
    public List<String> holders(CityId city, Position position) {
        return status.holders(positions.get(), city, position);
    }

    /** How many nodes there are beside this one. */
    public int otherNodes() {
        return status.otherNodes().size();
    }
}
