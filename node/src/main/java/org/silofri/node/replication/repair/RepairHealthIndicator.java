package org.silofri.node.replication.repair;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.log.WriteFence;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when repair has ended: then what the bus loses is lost. Peers that are away, and a fence
 * that is shut, are shown; the node serves.
 */
final class RepairHealthIndicator implements HealthIndicator {

    private final Supplier<RepairState> repair;
    private final Supplier<Map<CityId, Integer>> waiting;

    /**
     * @param waiting how many events wait for what is missing before them
     */
    RepairHealthIndicator(Supplier<RepairState> repair, Supplier<Map<CityId, Integer>> waiting) {
        this.repair = repair;
        this.waiting = waiting;
    }

    @Override
    public Health health() {
        RepairState now = repair.get();
        Health.Builder health = now.alive() ? Health.up() : Health.down();
        health.withDetail("failedRounds", now.failures());
        Map<String, Integer> byCity = new TreeMap<>();
        waiting.get().forEach((city, events) -> byCity.put(city.value(), events));
        health.withDetail("waiting", byCity);
        return health.withDetail("ownEvents", words(now.fence())).build();
    }

    private static String words(WriteFence.State fence) {
        return switch (fence) {
            case WriteFence.State.Checking checking -> "wait until peers were asked";
            case WriteFence.State.Open open -> "are written";
            case WriteFence.State.ReadOnly(var reason) -> reason;
        };
    }
}
