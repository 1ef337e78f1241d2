package org.silofri.node.intake;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much a city may publish through this node (F20).
 *
 * @param eventsPerSecond events a second in the long run; default 50
 * @param burst events that may come at once after a quiet time; default 500
 * @param eventsPerDay events a day (UTC); default 10,000
 * @param bytesPerDay payload a day (UTC); default 100 MB
 */
@Validated
@ConfigurationProperties("silofri.intake")
record IntakeSettings(
        @DefaultValue("50") @Positive int eventsPerSecond,
        @DefaultValue("500") @Positive int burst,
        @DefaultValue("10000") @Positive int eventsPerDay,
        @DefaultValue("100MB") DataSize bytesPerDay) {}
