package org.silofri.catalogue.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.event.Bodies;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Author;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Standing;
import org.silofri.catalogue.log.Verdict;

class SequenceGateTest {

    private static final Instant NOW = Author.TIME;
    private final Author author = new Author("stavanger");
    private final List<SignedEvent> chain = author.chain(5);

    private GateState headAt(int events) {
        SignedEvent last = chain.get(events - 1);
        return new GateState(
                Optional.of(new Head(author.city(), last.position(), last.hash(), NOW)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static GateState with(GateState state, Standing there) {
        return new GateState(state.head(), Optional.of(there), state.named(), state.frozenAt());
    }

    private static GateDecision decide(GateState state, SignedEvent event) {
        return SequenceGate.decide(state, Incoming.of(event), NOW);
    }

    private SignedEvent epoch(long lastSeq, String lastHash, String prev) {
        EpochStart start = new EpochStart(1, lastSeq, lastHash, EpochStart.Reason.RESTORED, null);
        EventDraft draft =
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        "https://stavanger.example",
                        NOW,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(start));
        return author.sign(2, 1, prev, draft);
    }

    @Test
    void acceptsTheFirstEventOfALog() {
        assertThat(decide(GateState.EMPTY, chain.getFirst())).isEqualTo(new GateDecision.Accept());
    }

    @Test
    void acceptsTheNextEvent() {
        assertThat(decide(headAt(2), chain.get(2))).isEqualTo(new GateDecision.Accept());
    }

    @Test
    void holdsBackAnEventThatLeavesAGap() {
        assertThat(decide(headAt(1), chain.get(4)))
                .isEqualTo(new GateDecision.Gap(new Position(1, 1), new Position(1, 4)));
    }

    @Test
    void keepsNothingThatIsMoreThanAThousandAhead() {
        SignedEvent far = author.sign(1, 1_003, "1".repeat(64), author.draft("a", "A"));

        assertThat(decide(headAt(2), far))
                .isEqualTo(
                        new GateDecision.TooFarAhead(new Position(1, 2), new Position(1, 1_002)));
    }

    @Test
    void ignoresWhatTheLogHas() {
        SignedEvent old = chain.get(1);
        GateState state = with(headAt(4), new Standing(old.hash(), false, false));

        assertThat(decide(state, old)).isEqualTo(new GateDecision.Duplicate());
    }

    @Test
    void takesTheMissingPayloadOfAnEventThatTheLogHas() {
        SignedEvent old = chain.get(1);
        GateState state = with(headAt(4), new Standing(old.hash(), true, false));

        assertThat(decide(state, old))
                .isEqualTo(new GateDecision.Completes(new Verdict.Accepted()));
        assertThat(decide(state, old.withoutPayload())).isEqualTo(new GateDecision.Duplicate());
    }

    @Test
    void seesAForkInAnotherEventForTheSamePlace() {
        GateState state = with(headAt(4), new Standing(chain.get(1).hash(), false, false));
        SignedEvent other =
                author.sign(1, 2, chain.getFirst().hash(), author.draft("a", "another"));

        assertThat(decide(state, other)).isEqualTo(new GateDecision.Fork(new Position(1, 2)));
    }

    @Test
    void seesAForkInAnEventThatNamesAnotherBeforeIt() {
        SignedEvent other = author.sign(1, 3, "1".repeat(64), author.draft("a", "another"));

        assertThat(decide(headAt(2), other)).isEqualTo(new GateDecision.Fork(new Position(1, 2)));
    }

    @Test
    void letsNothingThroughBehindAFork() {
        GateState open = headAt(2);
        GateState frozen =
                new GateState(
                        open.head(), open.there(), open.named(), Optional.of(new Position(1, 2)));

        assertThat(decide(frozen, chain.get(2))).isEqualTo(new GateDecision.Frozen());
    }

    @Test
    void quarantinesTheFutureUntilItIsDue() {
        Instant early = NOW.minus(Duration.ofMinutes(11));

        GateDecision decision = SequenceGate.decide(headAt(2), Incoming.of(chain.get(2)), early);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        GateDecision.Quarantine.class,
                        q -> {
                            assertThat(q.verdict().reason()).isEqualTo(QuarantineReason.TIME);
                            assertThat(q.verdict().due()).hasValue(NOW);
                        });
    }

    @Test
    void bearsAClockThatIsTenMinutesAhead() {
        Instant early = NOW.minus(Duration.ofMinutes(10));

        assertThat(SequenceGate.decide(headAt(2), Incoming.of(chain.get(2)), early))
                .isEqualTo(new GateDecision.Accept());
    }

    @Test
    void advancesBehindAWrongButAuthenticEvent() {
        Verdict.Quarantined finding =
                new Verdict.Quarantined(QuarantineReason.SHAPE, "no title", Optional.empty());
        Incoming wrong =
                new Incoming(new VerifyResult.Authentic(chain.get(2)), Optional.of(finding), false);

        assertThat(SequenceGate.decide(headAt(2), wrong, NOW))
                .isEqualTo(new GateDecision.Quarantine(finding));
    }

    @Test
    void acceptsWithoutPayloadSoThatTheChainAdvances() {
        assertThat(decide(headAt(2), chain.get(2).withoutPayload()))
                .isEqualTo(new GateDecision.Accept());
    }

    @Test
    void refusesWhatIsNotAuthenticBeforeAllElse() {
        var refusal = new VerifyResult.NotAuthentic(VerifyResult.Reason.BAD_SIGNATURE, "x");

        assertThat(SequenceGate.decide(headAt(2), Incoming.notAuthentic(refusal), NOW))
                .isEqualTo(new GateDecision.NotAuthentic(VerifyResult.Reason.BAD_SIGNATURE, "x"));
    }

    @Test
    void acceptsANewEpochThatKeepsAll() {
        String last = chain.get(2).hash();

        assertThat(decide(headAt(3), epoch(3, last, last))).isEqualTo(new GateDecision.Accept());
    }

    @Test
    void acceptsANewEpochThatAbandonsATail() {
        String kept = chain.get(1).hash();
        GateState open = headAt(4);
        GateState state =
                new GateState(
                        open.head(),
                        open.there(),
                        Optional.of(new Position(1, 2)),
                        open.frozenAt());

        assertThat(decide(state, epoch(2, kept, kept))).isEqualTo(new GateDecision.Accept());
    }

    @Test
    void acceptsASecondEpochThatKeepsNothingOfTheFirst() {
        SignedEvent start = epoch(0, Hashes.NONE, Hashes.NONE);

        assertThat(decide(GateState.EMPTY, start)).isEqualTo(new GateDecision.Accept());
    }

    @Test
    void asksForTheEndOfTheEpochBeforeANewOne() {
        String last = chain.get(4).hash();

        assertThat(decide(headAt(2), epoch(5, last, last)))
                .isEqualTo(new GateDecision.Gap(new Position(1, 2), new Position(1, 5)));
    }

    @Test
    void seesAForkInAnEpochThatKeepsAnotherHistory() {
        String other = "2".repeat(64);

        assertThat(decide(headAt(4), epoch(3, other, other)))
                .isEqualTo(new GateDecision.Fork(new Position(1, 3)));
    }

    @Test
    void quarantinesAnEpochStartInTheMiddle() {
        EventDraft start =
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        "https://stavanger.example",
                        NOW,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(
                                new EpochStart(
                                        1,
                                        2,
                                        chain.get(1).hash(),
                                        EpochStart.Reason.RESTORED,
                                        null)));
        SignedEvent middle = author.sign(1, 3, chain.get(1).hash(), start);

        assertThat(decide(headAt(2), middle))
                .isInstanceOfSatisfying(
                        GateDecision.Quarantine.class,
                        q -> assertThat(q.verdict().reason()).isEqualTo(QuarantineReason.TYPE));
    }
}
