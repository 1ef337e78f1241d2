package org.silofri.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** F8. */
class WriteFenceTest {

    private final WriteFence fence = new WriteFence();

    @Test
    void itIsShutUntilThePeersWereAsked() {
        assertThat(fence.await(Duration.ofMillis(1))).isEqualTo(new WriteFence.State.Checking());

        fence.open();

        assertThat(fence.await(Duration.ofMillis(1))).isEqualTo(new WriteFence.State.Open());
    }

    @Test
    void aReadOnlyNodeMayWriteOncePeersHaveAnswered() {
        fence.keepShut("nobody answers");

        fence.open();

        assertThat(fence.state()).isEqualTo(new WriteFence.State.Open());
    }

    @Test
    void aSecondWriterStopsTheNodeForGood() {
        fence.open();
        fence.stop("a second node");

        fence.open();

        assertThat(fence.state()).isEqualTo(new WriteFence.State.ReadOnly("a second node"));
    }
}
