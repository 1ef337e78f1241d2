package org.silofri.node.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;

/** The quotas of the own cities (F20); what was published today is counted from the log. */
final class Quotas {

    private static final int BATCH = 1_000;

    private final IntakeSettings limits;
    private final EventLog log;
    private final Map<CityId, Quota> quotas = new ConcurrentHashMap<>();

    Quotas(IntakeSettings limits, EventLog log) {
        this.limits = limits;
        this.log = log;
    }

    Optional<Duration> take(CityId city, Instant now, int bytes) {
        Quota quota = quotas.computeIfAbsent(city, c -> counted(c, now));
        synchronized (quota) {
            return quota.take(now, bytes);
        }
    }

    Optional<Duration> throttled(CityId city, Instant now) {
        Quota quota = quotas.computeIfAbsent(city, c -> counted(c, now));
        synchronized (quota) {
            return quota.throttled(now);
        }
    }

    private Quota counted(CityId city, Instant now) {
        Instant midnight = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        long events = 0;
        long bytes = 0;
        Position after = start(city);
        List<SignedEvent> read;
        do {
            read = log.readAfter(city, after, BATCH);
            for (SignedEvent event : read) {
                Payload payload = event.payload();
                if (!event.envelope().time().isBefore(midnight)) {
                    events++;
                    bytes += payload == null ? 0 : payload.size();
                }
                after = event.position();
            }
        } while (!read.isEmpty());
        return new Quota(limits, now, events, bytes);
    }

    /** No more than a day's events can be of today. */
    private Position start(CityId city) {
        return log.head(city)
                .map(head -> head.position())
                .filter(at -> at.seq() > limits.eventsPerDay())
                .map(at -> new Position(at.epoch(), at.seq() - limits.eventsPerDay()))
                .orElse(Position.START);
    }
}
