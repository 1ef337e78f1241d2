package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Bodies;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** WIRE "Epochs": a new epoch keeps a part of the old one; the rest is abandoned. */
class EpochTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();

    @TempDir Path folder;
    private EventLog log;
    private final Author peer = new Author("stavanger");
    private final List<SignedEvent> chain = peer.chain(5);

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private SignedEvent startAfter(int kept) {
        String hash = chain.get(kept - 1).hash();
        EpochStart start = new EpochStart(1, kept, hash, EpochStart.Reason.RESTORED, null);
        return peer.sign(
                2,
                1,
                hash,
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        "https://stavanger.example",
                        Author.TIME,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(start)));
    }

    @Test
    void abandonsWhatLiesBeyondTheLastKeptEvent() {
        chain.forEach(event -> log.store(event, ACCEPTED));
        SignedEvent start = startAfter(3);

        assertThat(log.store(start, ACCEPTED)).isInstanceOf(Stored.Saved.class);

        assertThat(log.head(peer.city()).map(Head::position)).hasValue(new Position(2, 1));
        assertThat(log.versions(peer.entry("e0")))
                .extracting(LoggedVersion::state)
                .containsExactly(LoggedVersion.State.ABANDONED, LoggedVersion.State.ACCEPTED);
        assertThat(log.standing(peer.city(), new Position(1, 4)))
                .hasValueSatisfying(there -> assertThat(there.abandoned()).isTrue());
        assertThat(log.check(peer.city()).problems()).isEmpty();
    }

    @Test
    void tellsAgainWhatStoodBeforeTheAbandonedVersions() {
        chain.forEach(event -> log.store(event, ACCEPTED));
        long before = log.lastChange();

        log.store(startAfter(3), ACCEPTED);

        assertThat(log.changesAfter(before, 10).changes())
                .extracting(change -> change.event().position())
                .containsExactly(new Position(2, 1), new Position(1, 1), new Position(1, 2));
    }

    @Test
    void neverTellsAbandonedEventsAfterwards() {
        chain.forEach(event -> log.store(event, ACCEPTED));
        log.store(startAfter(3), ACCEPTED);

        assertThat(log.changesAfter(0, 100).changes())
                .extracting(change -> change.event().position())
                .doesNotContain(new Position(1, 4), new Position(1, 5))
                .contains(new Position(1, 3), new Position(2, 1));
    }

    @Test
    void goesOnInTheNewEpoch() {
        chain.forEach(event -> log.store(event, ACCEPTED));
        SignedEvent start = startAfter(5);
        log.store(start, ACCEPTED);

        Stored stored = log.store(peer.next(List.of(start), peer.draft("n", "new")), ACCEPTED);

        assertThat(stored).isInstanceOf(Stored.Saved.class);
        assertThat(log.pages().after(peer.city(), new Position(1, 5)))
                .hasValueSatisfying(page -> {
                    assertThat(page.epoch()).isEqualTo(2);
                    assertThat(page.number()).isEqualTo(1);
                });
    }

    @Test
    void opensAnOwnEpochAfterTheHead() {
        Author own = new Author("copenhagen");
        SignedEvent last = log.append(own.city(), own.draft("a", "A"), own.signer());
        EpochStart start = new EpochStart(1, 1, last.hash(), EpochStart.Reason.RESTORED, null);
        EventDraft draft =
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        "https://copenhagen.example",
                        Author.TIME,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(start));

        SignedEvent opened = log.append(own.city(), draft, own.signer());

        assertThat(opened.position()).isEqualTo(new Position(2, 1));
        assertThat(opened.envelope().prev()).isEqualTo(last.hash());
    }

    @Test
    void opensTheSecondEpochWhenAllOfTheFirstIsLost() {
        Author own = new Author("copenhagen");
        EpochStart start = new EpochStart(1, 0, Hashes.NONE, EpochStart.Reason.RESTORED, null);
        EventDraft draft =
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        "https://copenhagen.example",
                        Author.TIME,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(start));

        SignedEvent opened = log.append(own.city(), draft, own.signer());

        assertThat(opened.position()).isEqualTo(new Position(2, 1));
        assertThat(log.check(own.city()).problems()).isEmpty();
        try (EventLog other = EventLog.open(folder.resolve("other.db"))) {
            assertThat(other.store(opened, ACCEPTED)).isInstanceOf(Stored.Saved.class);
        }
    }
}
