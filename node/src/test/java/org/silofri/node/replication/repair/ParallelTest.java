package org.silofri.node.replication.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void aTaskThatThrowsIsNoGoodRoundAndStopsNoOther() {
        boolean well =
                Parallel.run(
                        1,
                        List.of(
                                () -> {
                                    throw new IllegalStateException("wrong");
                                },
                                this::doIt));

        assertThat(well).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void aTaskThatDidNotReachItsEndIsNoGoodRound() {
        assertThat(Parallel.run(2, List.of(() -> false, this::doIt))).isFalse();
        assertThat(Parallel.run(2, List.of(this::doIt, this::doIt))).isTrue();
        assertThat(Parallel.run(2, List.of())).isTrue();
    }

    private boolean doIt() {
        done.incrementAndGet();
        return true;
    }
}
