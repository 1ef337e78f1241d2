package org.silofri.node.status;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When the operator is warned.
 *
 * @param leastDisk usable space under which the node warns; default 1 GB
 * @param mostLag events that a projection may be behind its log and still count as ready; default
 *     5,000
 * @param longestStall time for which a projection may take in nothing of what waits and still count
 *     as ready; default 30 s
 */
@Validated
@ConfigurationProperties("silofri.status")
record StatusSettings(
        @DefaultValue("1GB") DataSize leastDisk,
        @DefaultValue("5000") long mostLag,
        @DefaultValue("30s") Duration longestStall) {}
