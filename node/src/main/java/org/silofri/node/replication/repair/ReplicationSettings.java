package org.silofri.node.replication.repair;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How peers' logs are kept complete.
 *
 * @param repairInterval how often the hub is asked what it has; default 30 s
 * @param repairAfter how long a gap may stand before the hub is asked for it; default 2 s
 * @param startFence how long peers are asked for the own log before the first own event; default 10
 *     s
 * @param connectTimeout how long a peer may take to accept a connection; default 3 s
 * @param answerTimeout how long a peer may take to answer; default 20 s
 * @param parallel cities that are repaired at a time; default 4
 */
@Validated
@ConfigurationProperties("silofri.replication")
record ReplicationSettings(
        @DefaultValue("30s") Duration repairInterval,
        @DefaultValue("2s") Duration repairAfter,
        @DefaultValue("10s") Duration startFence,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("20s") Duration answerTimeout,
        @DefaultValue("4") @Positive int parallel) {}
