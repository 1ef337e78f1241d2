package org.silofri.catalogue.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Author;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;

class ReplicaTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Author.TIME);

    @TempDir Path folder;
    private EventLog log;
    private Replica replica;
    private final Author author = new Author("stavanger");

    static LongStream seeds() {
        long first = Long.getLong("silofri.seed", System.nanoTime());
        return LongStream.range(first, first + Integer.getInteger("silofri.rounds", 12));
    }

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
        replica = new Replica(log, CLOCK);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private GateDecision receive(SignedEvent event) {
        return replica.receive(Incoming.of(event));
    }

    @Test
    void tellsWhenTooMuchWaitsForWhatIsMissing() {
        Payload large = Payload.of(new byte[256 * 1024]);
        List<GateDecision> decisions =
                author.chain(70).stream()
                        .skip(1)
                        .map(event -> receive(event.withPayload(large)))
                        .toList();

        assertThat(decisions.subList(0, 60))
                .allSatisfy(one -> assertThat(one).isInstanceOf(GateDecision.Gap.class));
        assertThat(decisions.getLast()).isInstanceOf(GateDecision.TooFarAhead.class);
        assertThat(replica.waiting(author.city())).isLessThan(64);
    }

    private List<String> hashes(CityId city) {
        return log.readAfter(city, Position.START, 1_000).stream().map(SignedEvent::hash).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderWithAnyDuplicatesMakesTheSameLog(long seed) {
        Random random = new Random(seed);
        List<SignedEvent> chain = author.chain(1 + random.nextInt(60));
        List<SignedEvent> arriving = new ArrayList<>(chain);
        random.ints(random.nextInt(60), 0, chain.size()).forEach(i -> arriving.add(chain.get(i)));
        Collections.shuffle(arriving, random);

        deliver(arriving, random);

        assertThat(hashes(author.city()))
                .containsExactlyElementsOf(chain.stream().map(SignedEvent::hash).toList());
        assertThat(log.check(author.city()).problems()).isEmpty();
        assertThat(log.changesAfter(0, 1_000).changes()).hasSameSizeAs(chain);
        assertThat(replica.missing(author.city())).isEmpty();
        assertThat(replica.waiting(author.city())).isZero();
    }

    /** One by one or in runs of any length. */
    private void deliver(List<SignedEvent> arriving, Random random) {
        int from = 0;
        while (from < arriving.size()) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(5));
            List<Incoming> run = arriving.subList(from, to).stream().map(Incoming::of).toList();
            assertThat(replica.receiveAll(run)).hasSize(run.size());
            from = to;
        }
    }

    @Test
    void storesARunTogether() {
        List<Incoming> run = author.chain(600).stream().map(Incoming::of).toList();

        List<GateDecision> decisions = replica.receiveAll(run);

        assertThat(decisions).hasSize(600).containsOnly(new GateDecision.Accept());
        assertThat(log.head(author.city()).map(Head::position)).hasValue(new Position(1, 600));
    }

    @Test
    void tellsWhatIsMissingUntilItArrives() {
        List<SignedEvent> chain = author.chain(5);
        receive(chain.getFirst());
        receive(chain.get(3));

        assertThat(replica.missing(author.city()))
                .hasValue(new Replica.Missing(new Position(1, 1), new Position(1, 3), Author.TIME));
        receive(chain.get(1));
        assertThat(replica.missing(author.city())).isPresent();
        receive(chain.get(2));
        assertThat(replica.missing(author.city())).isEmpty();
        assertThat(log.head(author.city()).map(Head::position)).hasValue(new Position(1, 4));
    }

    @Test
    void freezesACityThatSignedTwoHistories() {
        List<SignedEvent> chain = author.chain(3);
        chain.forEach(this::receive);
        SignedEvent other = author.sign(1, 2, chain.getFirst().hash(), author.draft("x", "other"));

        GateDecision decision = receive(other);

        assertThat(decision).isEqualTo(new GateDecision.Fork(new Position(1, 2)));
        assertThat(log.forks().proofs())
                .singleElement()
                .satisfies(proof -> {
                    assertThat(proof.knownJws()).isEqualTo(chain.get(1).jws());
                    assertThat(proof.otherJws()).isEqualTo(other.jws());
                });
        assertThat(receive(author.next(chain, author.draft("y", "later"))))
                .isEqualTo(new GateDecision.Frozen());
    }

    @Test
    void aFirstEventThatNamesOneBeforeItIsRefusedAndTheRealOneTaken() {
        List<SignedEvent> chain = author.chain(2);
        SignedEvent wrong = author.sign(1, 1, chain.get(1).hash(), author.draft("x", "wrong"));

        assertThat(receive(wrong))
                .isInstanceOfSatisfying(
                        GateDecision.NotAuthentic.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(VerifyResult.Reason.CHAIN_BROKEN));
        assertThat(replica.receiveAll(chain.stream().map(Incoming::of).toList()))
                .containsOnly(new GateDecision.Accept());
        assertThat(log.forks().proofs()).isEmpty();
    }

    @Test
    void seesAForkAmongWaitingEventsAndGoesOnUpToIt() {
        List<SignedEvent> chain = author.chain(3);
        receive(chain.get(2));
        receive(author.sign(1, 3, chain.get(1).hash(), author.draft("x", "other")));
        receive(chain.get(0));
        receive(chain.get(1));

        assertThat(log.forks().frozenAt(author.city())).hasValue(new Position(1, 3));
        assertThat(log.head(author.city()).map(Head::position)).hasValue(new Position(1, 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderAcrossANewEpochMakesTheSameLog(long seed) {
        Random random = new Random(seed);
        List<SignedEvent> chain = author.chain(2 + random.nextInt(20));
        List<SignedEvent> all = new ArrayList<>(chain);
        all.add(author.epochAfter(chain));
        all.add(author.next(all, author.draft("n", "in the new epoch")));
        all.add(author.next(all, author.draft("n", "again")));
        List<SignedEvent> arriving = new ArrayList<>(all);
        Collections.shuffle(arriving, random);

        deliver(arriving, random);

        assertThat(hashes(author.city()))
                .containsExactlyElementsOf(all.stream().map(SignedEvent::hash).toList());
        assertThat(log.check(author.city()).problems()).isEmpty();
    }

    @Test
    void keepsABoundedNumberWaiting() {
        List<SignedEvent> chain = author.chain(1_002);
        chain.stream().skip(1).forEach(this::receive);

        assertThat(replica.waiting(author.city())).isLessThanOrEqualTo(SequenceGate.MOST_AHEAD);
        receive(chain.getFirst());
        assertThat(log.head(author.city()).map(head -> head.position().seq()))
                .hasValueSatisfying(seq -> assertThat(seq).isGreaterThanOrEqualTo(1_000));
    }
}
