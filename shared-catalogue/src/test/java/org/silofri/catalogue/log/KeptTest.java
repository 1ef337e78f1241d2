package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Statement;

/** What is kept beside the events. */
class KeptTest {

    @TempDir Path folder;
    private EventLog log;
    private final Author own = new Author("copenhagen");

    @BeforeEach
    void open() {
        log =
                EventLog.open(
                        folder.resolve("log.db"),
                        (event, values) ->
                                values.put("seen", event.hash(), event.position().toString()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void reopen() {
        log.close();
        open();
    }

    private static Statement position(Author author, Instant time) {
        return new Statement.NodePosition(
                author.city(), Map.of(author.city(), new Position(1, 4)), time);
    }

    @Test
    void keepsWhatTheHookSaysTogetherWithTheEvent() {
        var event = log.append(own.city(), own.draft("a", "A"), own.signer());
        reopen();

        assertThat(log.values().all("seen")).containsExactly(Map.entry(event.hash(), "1:1"));
    }

    @Test
    void asksTheHookAboutAHeldEventOnlyWhenItIsReleased() {
        Author peer = new Author("oslo");
        var event = peer.chain(1).getFirst();
        log.store(event.withoutPayload(), new Verdict.Accepted());
        assertThat(log.values().all("seen")).isEmpty();

        log.store(event, new Verdict.Accepted());

        assertThat(log.values().all("seen")).containsKey(event.hash());
    }

    @Test
    void remembersCursors() {
        log.values().cursor("outbox", 17);
        log.values().cursor("outbox", 18);
        reopen();

        assertThat(log.values().cursor("outbox")).isEqualTo(18);
        assertThat(log.values().cursor("other")).isZero();
    }

    @Test
    void forgetsAName() {
        log.values().put("meta", "x", "y");
        log.values().remove("meta", "x");

        assertThat(log.values().get("meta", "x")).isEmpty();
    }

    @Test
    void keepsTheLatestStatementOfEachCity() {
        Author peer = new Author("oslo");
        Instant later = Author.TIME.plusSeconds(1);
        assertThat(log.statements().keep(position(own, later), "new")).isTrue();
        assertThat(log.statements().keep(position(own, Author.TIME), "old")).isFalse();
        assertThat(log.statements().keep(position(peer, Author.TIME), "peer")).isTrue();

        assertThat(log.statements().all(Statement.NodePosition.TYPE))
                .extracting(KeptStatement::jws)
                .containsExactly("new", "peer");
        assertThat(log.statements().latest(own.city(), Statement.NodePosition.TYPE))
                .hasValueSatisfying(kept -> assertThat(kept.time()).isEqualTo(later));
    }

    @Test
    void countsRejectionsAndRemembersTheLatestHundred() {
        reject(0, 130);
        reopen();
        reject(130, 133);
        reopen();

        assertThat(log.rejections().counts())
                .containsExactly(new Rejection.Count(RejectionReason.BAD_SIGNATURE, Door.BUS, 133));
        assertThat(log.rejections().latest())
                .hasSize(100)
                .extracting(Rejection::claimed)
                .startsWith("city33")
                .endsWith("city132");
    }

    /** An address costs nothing: whoever has many of them may not fill memory and disk. */
    @Test
    void countsByKindOfDoorWhateverAddressesTell() {
        for (int i = 0; i < 1_000; i++) {
            log.rejections()
                    .add(
                            new Rejection(
                                    Author.TIME,
                                    RejectionReason.BAD_SIGNATURE,
                                    i % 2 == 0 ? Door.PUSH : Door.PULL,
                                    "192.0.2." + i,
                                    "oslo"));
        }

        assertThat(log.rejections().counts())
                .containsExactly(
                        new Rejection.Count(RejectionReason.BAD_SIGNATURE, Door.PULL, 500),
                        new Rejection.Count(RejectionReason.BAD_SIGNATURE, Door.PUSH, 500));
        assertThat(log.rejections().latest()).hasSize(100);
    }

    private void reject(int from, int to) {
        for (int i = from; i < to; i++) {
            log.rejections()
                    .add(
                            new Rejection(
                                    Author.TIME,
                                    RejectionReason.BAD_SIGNATURE,
                                    Door.BUS,
                                    "hub",
                                    "city" + i));
        }
    }

    @Test
    void keepsEachForkProofOnceAndTheEarliestDisagreement() {
        ForkProof late = new ForkProof(own.city(), new Position(1, 9), "a", "b", Author.TIME);
        ForkProof early = new ForkProof(own.city(), new Position(1, 7), "c", "d", Author.TIME);
        assertThat(log.forks().add(late)).isTrue();
        assertThat(log.forks().add(late)).isFalse();
        log.forks().add(early);
        reopen();

        assertThat(log.forks().proofs()).containsExactly(early, late);
        assertThat(log.forks().frozen()).containsEntry(own.city(), new Position(1, 7));
    }
}
