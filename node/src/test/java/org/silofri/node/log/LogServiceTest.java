package org.silofri.node.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.identity.NodeSetup;
import org.springframework.util.FileSystemUtils;

/** F8. */
class LogServiceTest {

    @TempDir private Path folder;

    @Test
    void aMarkerThatCouldNotBeWrittenIsWrittenAtTheNextTime() throws IOException {
        Path state = folder.resolve("state");
        NodeSettings settings =
                new NodeSettings(
                        "coordinator",
                        folder.resolve("data"),
                        URI.create("http://localhost:8080"),
                        state);
        NodeSetup.initCoordinator(
                settings,
                CityProfile.named("Network", "en", "NO"),
                URI.create("amqp://localhost:5672"));
        NodeIdentity identity = NodeIdentity.load(settings);
        try (LogService logs = LogService.open(identity, event -> {})) {
            logs.fence().open();
            logs.append(identity.name(), draft(identity));
            FileSystemUtils.deleteRecursively(state);
            Files.createFile(state);
            assertThatThrownBy(logs::mark).isInstanceOf(UncheckedIOException.class);
            Files.delete(state);

            logs.mark();

            assertThat(identity.marker().lastWritten()).isEqualTo(logs.ownPositions()).isNotEmpty();
        }
    }

    private static EventDraft draft(NodeIdentity identity) {
        return new EventDraft(
                EventType.PUBLISHED,
                identity.base(identity.name()).value() + "/id/problem/one",
                Instant.now(),
                Envelope.ONTOLOGY_1_0,
                EventType.PUBLISHED.contentType(),
                new byte[0]);
    }
}
