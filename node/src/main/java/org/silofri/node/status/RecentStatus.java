package org.silofri.node.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private final Supplier<List<CityStatus>> status;
    private final InstantSource clock;
    private @Nullable Seen last;

    @Autowired
    RecentStatus(NetworkStatus status, InstantSource clock) {
        this(status::cities, clock);
    }

    RecentStatus(Supplier<List<CityStatus>> status, InstantSource clock) {
        this.status = status;
        this.clock = clock;
    }

    private record Seen(List<CityStatus> cities, Instant at) {
        boolean fresh(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }
    }

    /** Every member, the coordinator first, then by name; many callers at once ask only once. */
    public synchronized List<CityStatus> cities() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen == null || !seen.fresh(now)) {
            seen = new Seen(status.get(), now);
            last = seen;
        }
        return seen.cities();
    }
}
