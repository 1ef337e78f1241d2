package org.silofri.node.replication.repair;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/**
 * Since when one side lacks something of a city. What is only under way on the bus is not repaired;
 * what was missing at the first look is, at once. Thread-safe.
 */
final class Lags {

    private final Map<String, Lag> lags = new ConcurrentHashMap<>();
    private final Map<URI, Boolean> met = new ConcurrentHashMap<>();

    private record Lag(Position missing, Instant since) {}

    /**
     * How long to wait yet.
     *
     * @param missing the shorter side's last position
     * @return zero when it is time
     */
    Duration patience(URI peer, CityId city, Position missing, Duration most, Instant now) {
        Instant since = met.containsKey(peer) ? now : Instant.MIN;
        Lag lag =
                lags.merge(
                        peer + " " + city,
                        new Lag(missing, since),
                        (old, fresh) -> old.missing().equals(missing) ? old : fresh);
        if (lag.since().equals(Instant.MIN) || !now.isBefore(lag.since().plus(most))) {
            return Duration.ZERO;
        }
        return Duration.between(now, lag.since().plus(most));
    }

    /** Both sides have the same. */
    void over(URI peer, CityId city) {
        lags.remove(peer + " " + city);
    }

    /** From now on the peer counts as met. */
    void met(URI peer) {
        met.put(peer, true);
    }

    /** The peer was away: the next look counts as the first. */
    void gone(URI peer) {
        met.remove(peer);
    }
}
