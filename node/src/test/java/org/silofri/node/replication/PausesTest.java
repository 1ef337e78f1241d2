package org.silofri.node.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** F16. */
class PausesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Pauses pauses = new Pauses();

    @Test
    void aHundredAMinuteAreOnlyCounted() {
        flood(100, NOON);

        assertThat(pauses.paused("oslo", "hub", NOON)).isFalse();
    }

    @Test
    void moreThanAHundredAMinutePauseThatCityOverThatLink() {
        flood(101, NOON);

        assertThat(pauses.paused("oslo", "hub", NOON.plusSeconds(59))).isTrue();
        assertThat(pauses.paused("oslo", "push", NOON)).isFalse();
        assertThat(pauses.paused("bergen", "hub", NOON)).isFalse();
        assertThat(pauses.paused("oslo", "hub", NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void eachFurtherPauseIsTwiceAsLongUpToAnHour() {
        Instant now = NOON;
        long[] seconds = {60, 120, 240, 480, 960, 1920, 3600, 3600};
        for (long expected : seconds) {
            flood(101, now);
            assertThat(pauses.paused("oslo", "hub", now.plusSeconds(expected - 1))).isTrue();
            now = now.plusSeconds(expected);
            assertThat(pauses.paused("oslo", "hub", now)).isFalse();
        }
    }

    private void flood(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            pauses.count("oslo", "hub", now);
        }
    }
}
