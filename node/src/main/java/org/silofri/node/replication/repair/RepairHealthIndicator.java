package org.silofri.node.replication.repair;

import java.util.function.Supplier;
import org.silofri.node.log.WriteFence;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when repair has ended: then what the bus loses is lost. Peers that are away, and a fence
 * that is shut, are shown; the node serves.
 */
final class RepairHealthIndicator implements HealthIndicator {

    private final Supplier<RepairState> repair;

    RepairHealthIndicator(Supplier<RepairState> repair) {
        this.repair = repair;
    }

    @Override
    public Health health() {
        RepairState now = repair.get();
        Health.Builder health = now.alive() ? Health.up() : Health.down();
        health.withDetail("failedRounds", now.failures());
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
