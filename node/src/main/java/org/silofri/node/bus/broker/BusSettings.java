package org.silofri.node.bus.broker;

import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of live delivery.
 *
 * @param hub where the hub listens and cities dial, {@code amqps://host:port} or {@code
 *     amqp://host:port}; without it the address in network.json counts
 * @param listen at the hub: address to bind, if it is not the one that cities dial
 * @param allowPlaintext whether {@code amqp} may lead to another machine, over a way that is
 *     protected otherwise; default no
 * @param maxConnections at the hub: connections served at a time; default 500
 * @param handshake at the hub: time that a new connection has for its login; default 10 s
 * @param retry pause before the hub is dialled again; default 5 s
 * @param expiry how long a message waits for a reader that is away; default 7 days
 * @param memory most memory for waiting messages, the rest is paged to disk; default 48 MB
 * @param minDiskFree below this the broker takes no messages until there is room; default 500 MB
 */
@Validated
@ConfigurationProperties("silofri.bus")
public record BusSettings(
        @Nullable URI hub,
        @Nullable String listen,
        @DefaultValue("false") boolean allowPlaintext,
        @DefaultValue("500") @Positive int maxConnections,
        @DefaultValue("10s") Duration handshake,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("7d") Duration expiry,
        @DefaultValue("48MB") DataSize memory,
        @DefaultValue("500MB") DataSize minDiskFree) {}
