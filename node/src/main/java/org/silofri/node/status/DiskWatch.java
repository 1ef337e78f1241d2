package org.silofri.node.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.silofri.node.identity.NodeIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Warns while there is still room to act. */
@Component("disk")
@EnableConfigurationProperties(StatusSettings.class)
class DiskWatch implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long MIB = 1L << 20;

    private final Path data;
    private final long least;

    DiskWatch(NodeIdentity identity, StatusSettings settings, MeterRegistry metrics) {
        this.data = identity.data();
        this.least = settings.leastDisk().toBytes();
        Gauge.builder("silofri.disk.usable", this::usable).baseUnit("bytes").register(metrics);
    }

    @Scheduled(fixedDelayString = "${silofri.status.disk-every:PT1M}")
    void look() {
        long usable = usable();
        if (usable < least) {
            LOG.atWarn()
                    .addKeyValue("usableMiB", usable / MIB)
                    .addKeyValue("data", data)
                    .log(
                            "disk is nearly full; free some space before the node can no longer write");
        }
    }

    @Override
    public Health health() {
        long usable = usable();
        Health.Builder health = usable < least ? Health.status("LOW") : Health.up();
        return health.withDetail("usableMiB", usable / MIB).build();
    }

    long usable() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("disk cannot be looked at");
            return 0;
        }
    }
}
