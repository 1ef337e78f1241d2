package org.silofri.node.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What one city has published lately, and whether it may publish more (F20). Not thread-safe. */
final class Quota {

    private final IntakeSettings limits;
    private double tokens;
    private Instant filled;
    private LocalDate day;
    private long eventsToday;
    private long bytesToday;
    private Instant shutUntil;

    /**
     * @param eventsToday events already published on the day of {@code now}
     * @param bytesToday payload bytes already published on that day
     */
    Quota(IntakeSettings limits, Instant now, long eventsToday, long bytesToday) {
        this.limits = limits;
        this.tokens = limits.burst();
        this.filled = now;
        this.day = dayOf(now);
        this.eventsToday = eventsToday;
        this.bytesToday = bytesToday;
        this.shutUntil = now;
    }

    /**
     * Counts an event if it may be published now.
     *
     * @return empty when it may; else how long to wait
     */
    Optional<Duration> take(Instant now, int bytes) {
        refill(now);
        Optional<Duration> wait = wait(now, bytes);
        if (wait.isPresent()) {
            shutUntil = now.plus(wait.get());
        } else {
            tokens -= 1;
            eventsToday++;
            bytesToday += bytes;
        }
        return wait;
    }

    /**
     * Tells whether the quota is used up: nothing may be published now, or somebody was refused and
     * still has to wait. Counts nothing.
     *
     * @return how long that lasts; empty when it is not
     */
    Optional<Duration> throttled(Instant now) {
        refill(now);
        return Stream.concat(wait(now, 1).stream(), Stream.of(Duration.between(now, shutUntil)))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder());
    }

    private Optional<Duration> wait(Instant now, int bytes) {
        if (eventsToday + 1 > limits.eventsPerDay()
                || bytesToday + bytes > limits.bytesPerDay().toBytes()) {
            return Optional.of(Duration.between(now, nextMidnight()));
        }
        if (tokens < 1) {
            long millis = (long) Math.ceil((1 - tokens) * 1_000 / limits.eventsPerSecond());
            return Optional.of(Duration.ofMillis(millis));
        }
        return Optional.empty();
    }

    private void refill(Instant now) {
        if (now.isAfter(filled)) {
            double seconds = Duration.between(filled, now).toNanos() / 1e9;
            tokens = Math.min(limits.burst(), tokens + seconds * limits.eventsPerSecond());
            filled = now;
        }
        LocalDate today = dayOf(now);
        if (today.isAfter(day)) {
            day = today;
            eventsToday = 0;
            bytesToday = 0;
        }
    }

    private Instant nextMidnight() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
