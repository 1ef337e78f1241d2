package org.silofri.node.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.silofri.catalogue.log.EventLog;
import org.silofri.node.log.LogService;
import org.silofri.node.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness asks beside the broker: can the log be written, do the projections keep up. */
@Configuration(proxyBeanMethods = false)
class NodeHealth {

    /** The log's file can be written. */
    @Bean
    HealthIndicator logHealthIndicator(LogService logs, MeterRegistry metrics) {
        EventLog log = logs.log();
        Gauge.builder("silofri.log.changes", log, EventLog::lastChange).register(metrics);
        return () ->
                log.failure()
                        .map(failure -> Health.down(failure).build())
                        .orElseGet(
                                () -> Health.up().withDetail("changes", log.lastChange()).build());
    }

    /** Graph and index work, and are not far behind the log. */
    @Bean
    HealthIndicator projectionHealthIndicator(
            Projections projections, StatusSettings settings, MeterRegistry metrics) {
        for (Projections.Standing standing : projections.standings()) {
            Gauge.builder(
                            "silofri.projection.behind",
                            () -> behind(projections.standings(), standing.name()))
                    .tag("projection", standing.name())
                    .register(metrics);
        }
        return () -> health(projections.standings(), settings);
    }

    static Health health(List<Projections.Standing> standings, StatusSettings settings) {
        boolean well = standings.stream().noneMatch(standing -> unwell(standing, settings));
        Health.Builder health = well ? Health.up() : Health.down();
        standings.forEach(standing -> health.withDetail(standing.name(), words(standing)));
        return health.build();
    }

    private static String words(Projections.Standing standing) {
        if (standing.failure() != null) {
            return "fails: %s; if it does not mend itself: silofri rebuild %s"
                    .formatted(standing.failure(), standing.name());
        }
        String behind = "behind " + standing.behind();
        return standing.stalled().isZero()
                ? behind
                : behind + ", still for " + standing.stalled().toSeconds() + " s";
    }

    private static boolean unwell(Projections.Standing standing, StatusSettings settings) {
        return standing.failure() != null
                || standing.behind() > settings.mostLag()
                || standing.stalled().compareTo(settings.longestStall()) > 0;
    }

    private static long behind(List<Projections.Standing> standings, String name) {
        return standings.stream()
                .filter(standing -> standing.name().equals(name))
                .mapToLong(Projections.Standing::behind)
                .sum();
    }
}
