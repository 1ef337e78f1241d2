package org.silofri.node.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NodeSetup;
import org.silofri.node.log.LogService;
import org.springframework.util.unit.DataSize;

/** A node's log and intake without the rest; its day begins at noon and goes on when told to. */
record IntakeNode(LogService logs, IntakeService intake, AtomicReference<Instant> now) {

    static final CityId CITY = new CityId("coordinator");
    static final BaseIri BASE = new BaseIri("http://localhost:8080");

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static IntakeNode open(Path folder) {
        return open(folder, new IntakeSettings(50, 500, 10_000, DataSize.ofMegabytes(100)));
    }

    static IntakeNode open(Path folder, IntakeSettings limits) {
        NodeSettings settings =
                new NodeSettings(
                        CITY.value(),
                        folder.resolve("data"),
                        URI.create(BASE.value()),
                        folder.resolve("state"));
        if (!folder.resolve("data").toFile().exists()) {
            NodeSetup.initCoordinator(
                    settings,
                    CityProfile.named("Network", "en", "NO"),
                    URI.create("amqp://localhost:5672"));
        }
        NodeIdentity identity = NodeIdentity.load(settings);
        LogService logs = LogService.open(identity, event -> {});
        logs.fence().open();
        Preparation preparation = new Preparation(new ShapeValidator());
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        InstantSource clock = () -> Objects.requireNonNull(now.get());
        Quotas quotas = new Quotas(limits, logs.log());
        return new IntakeNode(
                logs, new IntakeService(identity, logs, preparation, quotas, clock), now);
    }

    void pass(Duration time) {
        now.getAndUpdate(instant -> instant.plus(time));
    }

    Position head() {
        return logs.log().head(CITY).orElseThrow().position();
    }

    String latest() {
        byte[] content =
                Objects.requireNonNull(logs.log().find(CITY, head()).orElseThrow().payload())
                        .content();
        return new String(content, StandardCharsets.UTF_8);
    }
}
