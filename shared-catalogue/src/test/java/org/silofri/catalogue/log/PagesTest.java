package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** WIRE "On HTTP": page borders are the same on every node, and erasure does not move them. */
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
    void keepsTheBordersWhenPayloadsAreErasedAndOnANodeThatNeverHadThem() {
        List<SignedEvent> events = large(23);
        store(log, events);
        List<SignedEvent> all = new ArrayList<>(events);
        all.add(peer.next(events, peer.erasure(events.get(3))));
        log.store(all.getLast(), ACCEPTED);

        try (EventLog late = EventLog.open(folder.resolve("late.db"))) {
            for (SignedEvent event : all) {
                long length = event.payload() == null ? 0 : event.payload().size();
                boolean erased = event.equals(events.get(3));
                late.store(new Judged(erased ? event.withoutPayload() : event, ACCEPTED, length));
            }
            assertThat(borders(late, peer)).isEqualTo(borders(log, peer));
        }
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
