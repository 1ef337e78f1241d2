package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;

/** F12, F14 and F15: stored and served, not projected, the chain goes on. */
class QuarantineTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();
    private static final Verdict NEWER =
            new Verdict.Quarantined(QuarantineReason.ONTOLOGY, "1.1", Optional.empty());

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

    private List<Long> changed() {
        return log.changesAfter(0, 100).changes().stream()
                .map(change -> change.event().position().seq())
                .toList();
    }

    @Test
    void goesOnBehindAQuarantinedEvent() {
        List<SignedEvent> chain = peer.chain(3);
        log.store(chain.get(0), ACCEPTED);
        log.store(chain.get(1), NEWER);
        log.store(chain.get(2), ACCEPTED);

        assertThat(changed()).containsExactly(1L, 3L);
        assertThat(log.head(peer.city()).map(Head::position)).hasValue(new Position(1, 3));
        assertThat(log.quarantine().counts()).containsEntry(peer.city(), 1);
        assertThat(log.quarantine().judged(peer.city(), Position.START, 10))
                .extracting(held -> held.event().position().seq())
                .containsExactly(2L);
    }

    @Test
    void pagesThroughWhatAnUpgradeMayJudgeOtherwise() {
        List<SignedEvent> chain = peer.chain(5);
        log.store(chain.get(0), NEWER);
        log.store(
                chain.get(1),
                new Verdict.Quarantined(
                        QuarantineReason.TIME, "", Optional.of(Author.TIME.plusSeconds(9))));
        log.store(
                chain.get(2),
                new Verdict.Quarantined(QuarantineReason.SHAPE, "", Optional.empty()));
        log.store(chain.get(3).withoutPayload(), ACCEPTED);
        log.store(
                chain.get(4), new Verdict.Quarantined(QuarantineReason.TYPE, "", Optional.empty()));

        List<HeldEvent> first = log.quarantine().judged(peer.city(), Position.START, 2);
        List<HeldEvent> rest =
                log.quarantine().judged(peer.city(), first.getLast().event().position(), 2);

        assertThat(Stream.concat(first.stream(), rest.stream()))
                .extracting(held -> held.event().position().seq())
                .containsExactly(1L, 3L, 5L);
        assertThat(log.quarantine().reasons())
                .containsOnly(
                        Map.entry(QuarantineReason.ONTOLOGY, 1),
                        Map.entry(QuarantineReason.TIME, 1),
                        Map.entry(QuarantineReason.SHAPE, 1),
                        Map.entry(QuarantineReason.TYPE, 1));
    }

    @Test
    void tellsTheWholePositionThoughTheLastEventIsQuarantined() {
        List<SignedEvent> chain = peer.chain(2);
        log.store(chain.get(0), ACCEPTED);
        log.store(chain.get(1), NEWER);

        Changes changes = log.changesAfter(0, 10);

        assertThat(changes.upTo()).isEqualTo(log.lastChange());
        assertThat(log.positionsAt(changes.upTo())).containsEntry(peer.city(), new Position(1, 2));
    }

    @Test
    void becomesAChangeWhenItIsReleased() {
        List<SignedEvent> chain = peer.chain(2);
        log.store(chain.get(0), ACCEPTED);
        log.store(chain.get(1), NEWER);
        long before = log.lastChange();

        int released = log.quarantine().release(peer.city(), List.of(new Position(1, 2)));

        assertThat(released).isEqualTo(1);
        assertThat(log.changesAfter(before, 10).changes())
                .extracting(change -> change.event().position().seq())
                .containsExactly(2L);
        assertThat(log.quarantine().counts()).isEmpty();
    }

    @Test
    void isNotProjectedAnyMoreWhenALaterVersionIs() {
        List<SignedEvent> chain = peer.chain(4);
        log.store(chain.get(0), NEWER);
        chain.stream().skip(1).forEach(event -> log.store(event, ACCEPTED));
        long before = log.lastChange();

        log.quarantine().release(peer.city(), List.of(new Position(1, 1)));

        assertThat(log.changesAfter(before, 10).changes()).isEmpty();
        assertThat(changed()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void releasesTheVersionsOfAnEntryInOrder() {
        List<SignedEvent> chain = peer.chain(4);
        chain.forEach(event -> log.store(event, NEWER));
        long before = log.lastChange();

        log.quarantine().release(peer.city(), List.of(new Position(1, 4), new Position(1, 1)));

        assertThat(log.changesAfter(before, 10).changes())
                .extracting(change -> change.event().position().seq())
                .containsExactly(1L, 4L);
    }

    @Test
    void tellsWhatIsDue() {
        Instant due = Author.TIME.plus(Duration.ofHours(1));
        Verdict early = new Verdict.Quarantined(QuarantineReason.TIME, "early", Optional.of(due));
        log.store(peer.chain(1).getFirst(), early);

        assertThat(log.quarantine().due(due.minusMillis(1), 10)).isEmpty();
        assertThat(log.quarantine().due(due, 10)).hasSize(1);
    }

    @Test
    void waitsForAPayloadAndTakesItWhenItArrives() {
        SignedEvent event = peer.chain(1).getFirst();
        log.store(event.withoutPayload(), ACCEPTED);
        assertThat(changed()).isEmpty();
        assertThat(log.versions(peer.entry("e0")))
                .extracting(LoggedVersion::state)
                .containsExactly(LoggedVersion.State.PENDING);

        Stored stored = log.store(event, ACCEPTED);

        assertThat(stored).isEqualTo(new Stored.Completed());
        assertThat(changed()).containsExactly(1L, 1L);
        assertThat(log.find(peer.city(), event.position())).hasValue(event);
    }

    @Test
    void waitsForThePayloadAfterItWasReleasedWithoutOne() {
        SignedEvent event = peer.chain(1).getFirst();
        log.store(event.withoutPayload(), NEWER);

        log.quarantine().release(peer.city(), List.of(event.position()));

        assertThat(log.quarantine().of(peer.city(), 10))
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).isEmpty());
    }

    @Test
    void isStillHeldAfterReopening() {
        log.store(peer.chain(1).getFirst(), NEWER);
        log.close();
        open();

        assertThat(log.quarantine().of(peer.city(), 10))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.reason()).hasValue(QuarantineReason.ONTOLOGY);
                    assertThat(held.detail()).isEqualTo("1.1");
                });
    }
}
