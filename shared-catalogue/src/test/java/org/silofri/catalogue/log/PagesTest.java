package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** WIRE "On HTTP" and ADR 0037: what moves no page border, and how large a page can become. */
class PagesTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();

    @TempDir Path folder;
    private EventLog log;
    private final Author peer = new Author("stavanger");

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void store(EventLog into, List<SignedEvent> events) {
        into.storeAll(events.stream().map(event -> new Judged(event, ACCEPTED)).toList());
    }

    private static List<Long> borders(EventLog log, Author author) {
        List<Long> borders = new ArrayList<>();
        var page = log.pages().after(author.city(), Position.START);
        while (page.isPresent()) {
            borders.add(page.get().firstSeq());
            page = log.pages().next(page.get());
        }
        return borders;
    }

    private List<SignedEvent> large(int count) {
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(peer.next(events, peer.draft("e" + i, "x".repeat(200_000))));
        }
        return events;
    }

    @Test
    void closesAPageAt250Events() {
        store(log, peer.chain(501));

        assertThat(borders(log, peer)).containsExactly(1L, 251L, 501L);
        assertThat(log.pages().page(peer.city(), 1, 1))
                .hasValueSatisfying(page -> assertThat(page.closed()).isTrue());
        assertThat(log.pages().page(peer.city(), 1, 3))
                .hasValueSatisfying(page -> assertThat(page.closed()).isFalse());
    }

    @Test
    void closesAPageWithTheEventThatBringsItTo4MiB() {
        store(log, large(22));

        assertThat(borders(log, peer)).containsExactly(1L, 22L);
    }

    @Test
    void keepsTheBordersWhenPayloadsAreErased() {
        List<SignedEvent> events = large(23);
        store(log, events);
        List<Long> before = borders(log, peer);

        log.store(peer.next(events, peer.erasure(events.get(3))), ACCEPTED);

        assertThat(log.find(peer.city(), new Position(1, 4)).orElseThrow().payload()).isNull();
        assertThat(borders(log, peer)).isEqualTo(before);
    }

    @Test
    void keepsTheBordersWhenPayloadsComeLater() {
        List<SignedEvent> events = large(40);
        store(log, events.stream().map(SignedEvent::withoutPayload).toList());
        List<Long> before = borders(log, peer);

        events.forEach(event -> log.store(event, ACCEPTED));

        assertThat(log.find(peer.city(), new Position(1, 40)).orElseThrow().payload()).isNotNull();
        assertThat(borders(log, peer)).isEqualTo(before);
    }

    static LongStream seeds() {
        return new Random(37).longs(12);
    }

    /**
     * Whatever comes without its payload and whenever that comes: each page can be read by a peer,
     * the pages hold each event once and in order, and only a node that lacked one differs.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyPageFitsIntoABatchWhateverWasMissing(long seed) {
        Random random = new Random(seed);
        List<SignedEvent> events = any(random, 60 + random.nextInt(240));
        List<SignedEvent> stripped = new ArrayList<>(events);
        for (int i = 0; i < events.size(); i++) {
            if (random.nextInt(4) == 0) {
                stripped.set(i, events.get(i).withoutPayload());
            }
        }
        store(log, stripped);
        events.forEach(event -> log.store(event, ACCEPTED));

        List<SignedEvent> read = new ArrayList<>();
        var page = log.pages().after(peer.city(), Position.START);
        while (page.isPresent()) {
            List<SignedEvent> onPage = log.pages().events(page.get());
            byte[] batch = CloudEventBatch.write(onPage, new BaseIri("https://stavanger.example"));
            assertThat(batch.length)
                    .as("seed %d, page %d", seed, page.get().number())
                    .isLessThanOrEqualTo(CloudEventBatch.MOST_BYTES);
            assertThat(onPage.size()).isLessThanOrEqualTo(CloudEventBatch.MOST_EVENTS);
            read.addAll(onPage);
            page = log.pages().next(page.get());
        }
        assertThat(read).as("seed %d", seed).isEqualTo(events);
        try (EventLog whole = EventLog.open(folder.resolve("whole.db"));
                EventLog other = EventLog.open(folder.resolve("other.db"))) {
            store(whole, events);
            events.forEach(event -> other.store(event, ACCEPTED));
            assertThat(borders(other, peer)).as("seed %d", seed).isEqualTo(borders(whole, peer));
        }
    }

    /** Small ones and the largest that are kept. */
    private List<SignedEvent> any(Random random, int count) {
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = random.nextBoolean() ? random.nextInt(2_000) : 261_000;
            events.add(peer.next(events, peer.draft("e" + i, "x".repeat(size))));
        }
        return events;
    }

    @Test
    void findsThePageOfThePositionAfter() {
        store(log, peer.chain(501));

        assertThat(log.pages().after(peer.city(), new Position(1, 249)).map(Pages.Page::number))
                .hasValue(1L);
        assertThat(log.pages().after(peer.city(), new Position(1, 250)).map(Pages.Page::number))
                .hasValue(2L);
        assertThat(log.pages().after(peer.city(), new Position(1, 501))).isEmpty();
    }

    @Test
    void readsTheEventsOfAPage() {
        store(log, peer.chain(260));
        var second = log.pages().page(peer.city(), 1, 2).orElseThrow();

        assertThat(log.pages().events(second))
                .extracting(event -> event.position().seq())
                .startsWith(251L)
                .hasSize(10);
    }
}
