package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;

/** What can go wrong with the file says so, and nothing acknowledged is lost by it. */
class LogFaultTest {

    @TempDir Path folder;
    private final Author own = new Author("copenhagen");

    private Path file() {
        return folder.resolve("log.db");
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }

    @Test
    void refusesAFileOfANewerVersion() throws SQLException {
        EventLog.open(file()).close();
        sql("PRAGMA user_version = 99");

        assertThatThrownBy(() -> EventLog.open(file()))
                .isInstanceOf(LogTooNew.class)
                .hasMessageContaining("99")
                .hasMessageContaining("run the newer Silofri");
    }

    @Test
    void letsGoOfAFileThatItRefuses() throws SQLException {
        EventLog.open(file()).close();
        sql("PRAGMA user_version = 99");
        assertThatThrownBy(() -> EventLog.open(file())).isInstanceOf(LogTooNew.class);
        sql("PRAGMA user_version = 1");

        EventLog.open(file()).close();
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        Files.write(file(), "This is no database. ".repeat(500).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventLog.open(file()))
                .isInstanceOfSatisfying(
                        LogUnavailable.class,
                        e -> assertThat(e.obstacle()).isEqualTo(LogUnavailable.Obstacle.DAMAGED));
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Path plainFile = Files.createFile(folder.resolve("plain"));

        assertThatThrownBy(() -> EventLog.open(plainFile.resolve("log.db")))
                .isInstanceOfSatisfying(
                        LogUnavailable.class,
                        e -> assertThat(e.obstacle()).isEqualTo(LogUnavailable.Obstacle.READ_ONLY));
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        try (EventLog log = EventLog.open(file())) {
            log.limitPages(log.pageCount() + 4);
            assertThatThrownBy(() ->
                            log.append(
                                    own.city(), own.draft("a", "x".repeat(100_000)), own.signer()))
                    .isInstanceOfSatisfying(
                            LogUnavailable.class,
                            e -> {
                                assertThat(e.obstacle())
                                        .isEqualTo(LogUnavailable.Obstacle.DISK_FULL);
                                assertThat(e).hasMessageContaining("make room");
                            });
            assertThat(log.failure()).isPresent();
            assertThat(log.head(own.city())).isEmpty();

            log.limitPages(1_000_000);
            log.append(own.city(), own.draft("a", "x".repeat(100_000)), own.signer());
            assertThat(log.failure()).isEmpty();
            assertThat(log.head(own.city()).map(Head::position)).hasValue(new Position(1, 1));
        }
    }

    @Test
    void aSmallChangeInPlaceHidesNoFullDiskAndRoomIsSeenThoughNobodyWrites() {
        try (EventLog log = EventLog.open(file())) {
            log.values().put("test", "name", "one");
            log.limitPages(log.pageCount());
            assertThatThrownBy(() ->
                            log.append(
                                    own.city(), own.draft("a", "x".repeat(100_000)), own.signer()))
                    .isInstanceOf(LogUnavailable.class);

            log.values().put("test", "name", "two");
            assertThat(log.failure()).isPresent();

            log.limitPages(1_000_000);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(log.failure()).isEmpty());
            assertThat(log.values().get("trial", "room")).isEmpty();
        }
    }

    @Test
    void oneFailureInATransactionHurtsNoNeighbour() {
        Author frozen = new Author("oslo");
        try (EventLog log = EventLog.open(file())) {
            log.append(frozen.city(), frozen.draft("a", "A"), frozen.signer());
            log.forks()
                    .add(
                            new ForkProof(
                                    frozen.city(), new Position(1, 1), "one", "two", Author.TIME));

            var running =
                    IntStream.range(0, 60)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> append(log, i % 3 == 0 ? frozen : own)))
                            .toList();

            assertThat(running.stream().filter(CompletableFuture::join)).hasSize(40);
            assertThat(log.check(own.city()).events()).isEqualTo(40);
            assertThat(log.check(frozen.city()).events()).isEqualTo(1);
        }
    }

    private static boolean append(EventLog log, Author author) {
        try {
            log.append(author.city(), author.draft("a", "A"), author.signer());
            return true;
        } catch (CityFrozen e) {
            return false;
        }
    }

    @Test
    void saysThatItIsClosed() {
        EventLog log = EventLog.open(file());
        log.close();

        assertThatThrownBy(() -> log.append(own.city(), own.draft("a", "A"), own.signer()))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("CLOSED");
        assertThatThrownBy(() -> log.readAfter(own.city(), Position.START, 1))
                .isInstanceOf(LogUnavailable.class);
    }

    @Test
    void findsAChangedByteInTheChain() throws SQLException {
        try (EventLog log = EventLog.open(file())) {
            log.append(own.city(), own.draft("a", "A"), own.signer());
            log.append(own.city(), own.draft("b", "B"), own.signer());
        }
        sql("DROP TRIGGER payload_is_never_changed");
        sql("UPDATE payload SET content = 'tampered' WHERE event = 1");

        try (EventLog log = EventLog.open(file())) {
            assertThat(log.check(own.city()).problems())
                    .singleElement()
                    .asString()
                    .contains("1:1", "another payload");
        }
    }
}
