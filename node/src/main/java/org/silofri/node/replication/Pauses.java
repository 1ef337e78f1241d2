package org.silofri.node.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops listening for a while to what claims to be of one city over one link, when too much of it
 * is not authentic (F16). Other cities and links go on. Thread-safe.
 */
final class Pauses {

    static final int MOST_A_MINUTE = 100;
    static final Duration FIRST = Duration.ofSeconds(60);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_LINES = 10_000;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    private record Line(Instant minute, int count, Instant until, Duration next) {

        static Line fresh(Instant now) {
            return new Line(now, 0, Instant.MIN, FIRST);
        }

        Line with(Instant now) {
            boolean sameMinute = now.isBefore(minute.plusSeconds(60));
            int counted = sameMinute ? count + 1 : 1;
            if (counted <= MOST_A_MINUTE) {
                return new Line(sameMinute ? minute : now, counted, until, next);
            }
            Duration doubled = next.multipliedBy(2);
            return new Line(
                    now, 0, now.plus(next), doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
    }

    /** Counts something that was not authentic. */
    void count(String claimed, String link, Instant now) {
        if (lines.size() >= MOST_LINES) {
            lines.values().removeIf(line -> line.until().isBefore(now));
        }
        if (lines.size() >= MOST_LINES && !lines.containsKey(key(claimed, link))) {
            return;
        }
        lines.compute(
                key(claimed, link),
                (key, line) -> (line == null ? Line.fresh(now) : line).with(now));
    }

    boolean paused(String claimed, String link, Instant now) {
        Line line = lines.get(key(claimed, link));
        return line != null && now.isBefore(line.until());
    }

    private static String key(String claimed, String link) {
        return claimed + " " + link;
    }
}
