package org.silofri.node.security.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the tries of a name, or from an address, and tells who has to wait. The first ones are
 * free, then each doubles the wait. What was last tried long ago is forgotten, and of very many
 * keys the ones tried longest ago.
 */
final class Attempts {

    private static final int MOST_KEYS = 20_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;

    private final int free;
    private final Map<String, Tally> tallies =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    private record Tally(int tries, Instant last) {}

    /**
     * @param free tries before the first wait
     */
    Attempts(int free) {
        this.free = free;
    }

    /** How long the key has to wait still; empty when it may try now. */
    synchronized Optional<Duration> wait(String key, Instant now) {
        Tally tally = tally(key, now);
        if (tally.tries() < free) {
            return Optional.empty();
        }
        int doublings = Math.min(tally.tries() - free, MOST_DOUBLINGS);
        Duration whole = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration wait = whole.compareTo(LONGEST_WAIT) < 0 ? whole : LONGEST_WAIT;
        Duration left = Duration.between(now, tally.last().plus(wait));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    /** Counts a try, before it is known whether it succeeds: many at once gain nothing. */
    synchronized void count(String key, Instant now) {
        tallies.put(key, new Tally(tally(key, now).tries() + 1, now));
    }

    /** The try succeeded. */
    synchronized void forget(String key) {
        tallies.remove(key);
    }

    /** Takes back one try that was not looked at, or that succeeded from a shared address. */
    synchronized void uncount(String key) {
        tallies.computeIfPresent(
                key, (same, tally) -> new Tally(Math.max(0, tally.tries() - 1), tally.last()));
    }

    /** How many keys are remembered. */
    synchronized int size() {
        return tallies.size();
    }

    private Tally tally(String key, Instant now) {
        Tally found = tallies.get(key);
        return found == null || found.last().plus(REMEMBERED).isBefore(now)
                ? new Tally(0, now)
                : found;
    }
}
