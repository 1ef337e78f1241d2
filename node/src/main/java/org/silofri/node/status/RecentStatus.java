package org.silofri.node.status;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@link NetworkStatus#cities()} as it was at most {@link #FRESH} ago, for what stands on every
 * page: asking verifies the statements of all members, which is too much for each request. Whoever
 * must know it as it is now asks {@link NetworkStatus}.
 */
@Component
public class RecentStatus {

    /** How old the answer may be. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private final Recent<List<CityStatus>> status;

    @Autowired
    RecentStatus(NetworkStatus status, InstantSource clock) {
        this(status::cities, clock);
    }

    RecentStatus(Supplier<List<CityStatus>> status, InstantSource clock) {
        this.status = new Recent<>(status, FRESH, clock);
    }

    /** Every member, the coordinator first, then by name; many callers at once ask only once. */
    public List<CityStatus> cities() {
        return status.get();
    }
}
