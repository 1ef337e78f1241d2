package org.silofri.node.bus;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the broker is dead; a hub that is away is shown, but the node serves (F3). */
final class BusHealthIndicator implements HealthIndicator {

    private final Bus bus;

    BusHealthIndicator(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Health health() {
        BusHealth now = bus.health();
        Health.Builder health = now.ready() ? Health.up() : Health.down();
        if (now.lastError() != null) {
            health.withDetail("lastError", now.lastError());
        }
        if (!now.troubles().isEmpty()) {
            health.withDetail("troubles", now.troubles());
        }
        return health.withDetail("hub", now.hub().toString())
                .withDetail("receiving", now.receiving())
                .withDetail("queues", now.queueDepths())
                .withDetail("denied", now.denied())
                .withDetail("received", now.received())
                .withDetail("malformed", now.malformed())
                .build();
    }
}
