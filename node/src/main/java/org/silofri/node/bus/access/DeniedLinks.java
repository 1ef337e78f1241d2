package org.silofri.node.bus.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hub refused, by user and wish. One denied link makes a city rebuild its whole connection
 * at each retry, so it must be seen. Bounded; thread-safe.
 */
public final class DeniedLinks {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedLinks.class);
    private static final int MOST = 100;

    /**
     * Something that the hub refused.
     *
     * @param wish for example {@code login} or {@code SEND silofri.events.oslo}
     */
    public record Denied(String user, String wish, long count, Instant last) {}

    private final InstantSource clock;
    private final Map<String, Denied> seen = new ConcurrentHashMap<>();

    public DeniedLinks(InstantSource clock) {
        this.clock = clock;
    }

    void login(String user) {
        count(user, "login");
    }

    void link(String user, String wish) {
        count(user, wish);
    }

    public List<Denied> since(Instant start) {
        return seen.values().stream().filter(d -> !d.last().isBefore(start)).toList();
    }

    private void count(String user, String wish) {
        if (seen.size() >= MOST) {
            seen.values().stream()
                    .min((a, b) -> a.last().compareTo(b.last()))
                    .ifPresent(oldest -> seen.remove(key(oldest.user(), oldest.wish())));
        }
        Denied now =
                seen.merge(
                        key(user, wish),
                        new Denied(user, wish, 1, clock.instant()),
                        (old, one) -> new Denied(user, wish, old.count() + 1, one.last()));
        if (Long.bitCount(now.count()) == 1) {
            LOG.atWarn()
                    .addKeyValue("peer", user)
                    .addKeyValue("wish", wish)
                    .addKeyValue("count", now.count())
                    .log("refused at the bus; check the city's credential and admission");
        }
    }

    private static String key(String user, String wish) {
        return user + " " + wish;
    }
}
