package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** F14: payload and salt go, the chain stays; nothing else is ever deleted. */
class ErasureTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();
    private static final String SECRET = "Name of a person " + "x".repeat(6_000) + " ends here";

    @TempDir Path folder;
    private EventLog log;
    private final Author own = new Author("copenhagen");
    private final Author peer = new Author("stavanger");

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private SignedEvent publishSecret() {
        return log.append(own.city(), own.draft("a", SECRET), own.signer());
    }

    private boolean isOnDisk(String text) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNoByteOfThePayloadInAnyFile() {
        SignedEvent event = publishSecret();
        assertThat(isOnDisk("Name of a person")).isTrue();

        log.append(own.city(), own.erasure(event), own.signer());

        await().untilAsserted(() -> {
            assertThat(isOnDisk("Name of a person")).isFalse();
            assertThat(isOnDisk("ends here")).isFalse();
            assertThat(isOnDisk("xxxxxxxxxxxxxxxx")).isFalse();
        });
    }

    @Test
    void keepsTheChainWhole() {
        SignedEvent event = publishSecret();
        log.append(own.city(), own.draft("b", "B"), own.signer());
        log.append(own.city(), own.erasure(event), own.signer());

        assertThat(log.check(own.city()).problems()).isEmpty();
        assertThat(log.find(own.city(), event.position())).hasValue(event.withoutPayload());
        assertThat(log.versions(own.entry("a")))
                .extracting(LoggedVersion::state)
                .containsExactly(LoggedVersion.State.ACCEPTED, LoggedVersion.State.ERASED);
    }

    @Test
    void tellsTheErasedEventNoMore() {
        SignedEvent event = publishSecret();
        log.append(own.city(), own.erasure(event), own.signer());

        assertThat(log.changesAfter(0, 10).changes())
                .extracting(change -> change.event().position())
                .containsExactly(new Position(1, 2));
    }

    @Test
    void doesNotTakeAnErasedPayloadBack() {
        SignedEvent event = peer.chain(1).getFirst();
        log.store(event, ACCEPTED);
        log.store(peer.next(List.of(event), peer.erasure(event)), ACCEPTED);

        assertThat(log.store(event, ACCEPTED)).isEqualTo(new Stored.AlreadyThere());
        assertThat(log.find(peer.city(), event.position())).hasValue(event.withoutPayload());
    }

    @Test
    void endsTheWaitOfAPendingEvent() {
        SignedEvent event = peer.chain(1).getFirst();
        log.store(event.withoutPayload(), ACCEPTED);

        log.store(peer.next(List.of(event), peer.erasure(event)), ACCEPTED);

        assertThat(log.quarantine().counts()).isEmpty();
    }

    @Test
    void reachesNoOtherCitysEvent() {
        SignedEvent event = publishSecret();
        SignedEvent first = peer.chain(1).getFirst();
        log.store(first, ACCEPTED);
        EventDraft foreign = own.erasure(event);

        log.store(peer.next(List.of(first), foreign), ACCEPTED);

        assertThat(log.find(own.city(), event.position())).hasValue(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM event",
                "UPDATE event SET jws = 'x'",
                "DELETE FROM payload",
                "UPDATE payload SET content = 'x'"
            })
    void theFileItselfForbidsChanges(String sql) throws SQLException {
        publishSecret();
        try (Connection foreign =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db"));
                Statement statement = foreign.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching(
                            "(?s).*(is never changed|is never deleted|by erasure only).*");
        }
    }
}
