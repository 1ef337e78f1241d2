package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.event.RunVerifier.RunResult;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

/** F2a: runs. */
class RunVerifierTest {

    private final RunVerifier verifier = new RunVerifier(Events.KEYS);

    @Test
    void acceptsAContiguousRun() {
        List<SignedEvent> run = Events.run(20, Events.KEY);

        assertThat(verifier.verify(run)).isEqualTo(new RunResult(run, Optional.empty()));
    }

    @Test
    void acceptsNothingOfNothing() {
        assertThat(verifier.verify(List.of()))
                .isEqualTo(new RunResult(List.of(), Optional.empty()));
    }

    @Test
    void splitsWhereTheKeyChangesAndStillVerifiesBoth() {
        List<SignedEvent> run = Events.run(3, Events.KEY);
        run.add(Events.published(1, 4, run.getLast().hash(), Events.SECOND_KEY));
        run.add(Events.published(1, 5, run.getLast().hash(), Events.KEY));

        assertThat(verifier.verify(run).authentic()).isEqualTo(run);
    }

    @Test
    void doesNotCoverAForgedStretchByTheNextKeysSignature() {
        List<SignedEvent> run = Events.run(2, Events.KEY);
        run.add(forged(3, run.getLast().hash()));
        run.add(Events.published(1, 4, run.getLast().hash(), Events.SECOND_KEY));

        RunResult result = verifier.verify(run);

        assertThat(result.authentic()).isEqualTo(run.subList(0, 2));
        assertThat(reason(result)).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void splitsWhereTheEpochChanges() {
        List<SignedEvent> run = Events.run(3, Events.KEY);
        run.add(Events.published(2, 1, run.get(1).hash(), Events.KEY));
        run.add(Events.published(2, 2, run.getLast().hash(), Events.KEY));

        assertThat(verifier.verify(run).authentic()).isEqualTo(run);
    }

    @Test
    void keepsTheGoodBeginningOfARunWithAForgedEnd() {
        List<SignedEvent> run = Events.run(4, Events.KEY);
        run.add(forged(5, run.getLast().hash()));

        RunResult result = verifier.verify(run);

        assertThat(result.authentic()).isEqualTo(run.subList(0, 4));
        assertThat(reason(result)).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void stopsWhereTheChainBreaks() {
        List<SignedEvent> run = Events.run(4, Events.KEY);
        run.remove(2);

        RunResult result = verifier.verify(run);

        assertThat(result.authentic()).isEqualTo(run.subList(0, 2));
        assertThat(reason(result)).isEqualTo(Reason.CHAIN_BROKEN);
    }

    @Test
    void stopsAtAPayloadThatWasNotSigned() {
        List<SignedEvent> run = new ArrayList<>(Events.run(4, Events.KEY));
        run.set(2, run.get(2).withPayload(Events.payload(Events.content("Mørke"))));

        RunResult result = verifier.verify(run);

        assertThat(result.authentic()).isEqualTo(run.subList(0, 2));
        assertThat(reason(result)).isEqualTo(Reason.PAYLOAD_MISMATCH);
    }

    @Test
    void asksForEachKeyAtItsPlace() {
        KeyLookup untilTwo =
                (city, kid, at) -> at.seq() > 2 ? Optional.empty() : Events.KEYS.key(city, kid, at);

        RunResult result = new RunVerifier(untilTwo).verify(Events.run(4, Events.KEY));

        assertThat(result.authentic()).hasSize(2);
        assertThat(reason(result)).isEqualTo(Reason.UNKNOWN_KEY);
    }

    /** Claims the city's key, but another signed. */
    private static SignedEvent forged(long seq, String prev) {
        SignedEvent real = Events.published(1, seq, prev, Events.KEY);
        SignedEvent other = Events.published(1, seq, prev, Events.key(9));
        String jws = real.jws();
        String signature = other.jws().substring(other.jws().lastIndexOf('.'));
        return SignedEvent.of(jws.substring(0, jws.lastIndexOf('.')) + signature, real.payload());
    }

    private static Reason reason(RunResult result) {
        return result.refusal().map(NotAuthentic::reason).orElseThrow();
    }
}
