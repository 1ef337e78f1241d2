package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

class EventLogTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();

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

    private void storeChain(int length) {
        log.storeAll(
                peer.chain(length).stream().map(event -> new Judged(event, ACCEPTED)).toList());
    }

    @Test
    void chainsOwnEvents() {
        SignedEvent first = log.append(own.city(), own.draft("a", "A"), own.signer());
        SignedEvent second = log.append(own.city(), own.draft("b", "B"), own.signer());

        assertThat(second.envelope().prev()).isEqualTo(first.hash());
        assertThat(log.head(own.city()).map(Head::position)).hasValue(new Position(1, 2));
        assertThat(log.check(own.city()).problems()).isEmpty();
    }

    @Test
    void findsWhatItStoredAfterReopening() {
        SignedEvent event = log.append(own.city(), own.draft("a", "A"), own.signer());
        log.close();
        open();

        assertThat(log.find(own.city(), event.position())).hasValue(event);
        assertThat(log.heads()).containsOnlyKeys(own.city());
        assertThat(log.lastChange()).isEqualTo(1);
    }

    @Test
    void manyAuthorsOfOneCityMakeOneChain() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<SignedEvent>> running =
                    IntStream.range(0, 200)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    log.append(
                                                            own.city(),
                                                            own.draft("e" + i, "T"),
                                                            own.signer()),
                                            threads))
                            .toList();
            running.forEach(CompletableFuture::join);
        }

        ChainReport report = log.check(own.city());
        assertThat(report.problems()).isEmpty();
        assertThat(report.events()).isEqualTo(200);
    }

    @Test
    void letsOnlyOneOfTwoAuthorsReplaceAVersion() {
        SignedEvent first = log.append(own.city(), own.draft("a", "A"), own.signer());
        Expectation seen = new Expectation.LatestIs(first.position());
        AppendResult one = log.append(own.city(), own.draft("a", "B"), seen, own.signer());
        AppendResult two = log.append(own.city(), own.draft("a", "C"), seen, own.signer());

        assertThat(one).isInstanceOf(AppendResult.Appended.class);
        assertThat(two).isEqualTo(new AppendResult.Conflict(Optional.of(new Position(1, 2))));
    }

    @Test
    void storesAPeersEventOnce() {
        SignedEvent event = peer.chain(1).getFirst();

        assertThat(log.store(event, ACCEPTED)).isEqualTo(new Stored.Saved(1));
        assertThat(log.store(event, ACCEPTED)).isEqualTo(new Stored.AlreadyThere());
        assertThat(log.changesAfter(0, 10).changes()).hasSize(1);
    }

    @Test
    void storesNothingBehindAGap() {
        List<SignedEvent> events = peer.chain(3);
        log.store(events.get(0), ACCEPTED);

        Stored stored = log.store(events.get(2), ACCEPTED);

        assertThat(stored).isEqualTo(new Stored.NotNext(log.head(peer.city())));
        assertThat(log.head(peer.city()).map(Head::position)).hasValue(new Position(1, 1));
    }

    @Test
    void storesNothingThatNamesAnotherEventBeforeIt() {
        SignedEvent first = peer.chain(1).getFirst();
        log.store(first, ACCEPTED);
        SignedEvent strange = peer.sign(1, 2, "1".repeat(64), peer.draft("a", "other history"));

        assertThat(log.store(strange, ACCEPTED)).isInstanceOf(Stored.NotNext.class);
    }

    @Test
    void readsInPieces() {
        storeChain(10);

        List<SignedEvent> piece = log.readAfter(peer.city(), new Position(1, 4), 3);

        assertThat(piece).extracting(event -> event.position().seq()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void tellsThePositionOfEachCityAtAnEarlierTime() {
        storeChain(3);
        log.append(own.city(), own.draft("a", "A"), own.signer());

        assertThat(log.positionsAt(2)).containsOnly(Map.entry(peer.city(), new Position(1, 2)));
        assertThat(log.positionsAt(4)).containsKeys(peer.city(), own.city());
    }

    @Test
    void listsTheVersionsOfAnEntryNewestFirst() {
        storeChain(7);

        List<LoggedVersion> versions = log.versions(peer.entry("e0"));

        assertThat(versions)
                .extracting(version -> version.event().position().seq())
                .containsExactly(7L, 4L, 1L);
        assertThat(versions)
                .extracting(LoggedVersion::state)
                .containsOnly(LoggedVersion.State.ACCEPTED);
    }

    @Test
    void tellsListenersOfGrowth() {
        List<Long> heard = new CopyOnWriteArrayList<>();
        EventLog.Listening listening = log.onGrowth(heard::add);
        log.append(own.city(), own.draft("a", "A"), own.signer());
        await().untilAsserted(() -> assertThat(heard).containsExactly(1L));
        listening.close();
        log.append(own.city(), own.draft("b", "B"), own.signer());

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void toldTheListenersWhenAnAppendReturns() {
        List<Long> heard = new CopyOnWriteArrayList<>();
        EventLog.Listening listening = log.onGrowth(heard::add);

        log.append(own.city(), own.draft("a", "A"), own.signer());

        assertThat(heard).containsExactly(1L);
        listening.close();
    }

    @Test
    void survivesAListenerThatWrites() {
        EventLog.Listening listening = log.onGrowth(n -> log.values().cursor("mine", n));

        log.append(own.city(), own.draft("a", "A"), own.signer());
        log.append(own.city(), own.draft("b", "B"), own.signer());

        assertThat(log.values().cursor("mine")).isZero();
        assertThat(log.head(own.city()).map(Head::position)).hasValue(new Position(1, 2));
        listening.close();
    }

    @Test
    void letsOnlyOneProcessOpenTheFile() {
        assertThatThrownBy(() -> EventLog.open(folder.resolve("log.db")))
                .isInstanceOf(LogInUse.class)
                .hasMessageContaining("its own data folder");
    }

    @Test
    void importsInOrder() {
        List<EventDraft> drafts =
                LongStream.range(0, 150).mapToObj(i -> own.draft("e" + i, "T" + i)).toList();

        List<SignedEvent> events = log.appendAll(own.city(), drafts, own.signer());

        assertThat(events)
                .extracting(event -> event.position().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
    }
}
