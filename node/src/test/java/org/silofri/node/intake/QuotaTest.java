package org.silofri.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** F20. */
class QuotaTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Quota quota =
            new Quota(new IntakeSettings(10, 3, 20, DataSize.ofBytes(1_000)), NOON, 0, 0);

    @Test
    void aBurstIsTakenAndThenTheRateCounts() {
        for (int i = 0; i < 3; i++) {
            assertThat(quota.take(NOON, 1)).isEmpty();
        }

        assertThat(quota.take(NOON, 1)).contains(Duration.ofMillis(100));
        assertThat(quota.take(NOON.plusMillis(100), 1)).isEmpty();
    }

    @Test
    void aRestIsNotSavedBeyondTheBurst() {
        Instant later = NOON.plusSeconds(60);
        for (int i = 0; i < 3; i++) {
            assertThat(quota.take(later, 1)).isEmpty();
        }

        assertThat(quota.take(later, 1)).isPresent();
    }

    @Test
    void theDaysEventsEndAtMidnight() {
        for (int i = 0; i < 20; i++) {
            assertThat(quota.take(NOON.plusSeconds(i), 1)).isEmpty();
        }
        Instant evening = NOON.plusSeconds(11 * 3600);

        assertThat(quota.take(evening, 1)).contains(Duration.ofHours(1));
        assertThat(quota.take(NOON.plus(Duration.ofHours(12)), 1)).isEmpty();
    }

    @Test
    void theDaysBytesCount() {
        assertThat(quota.take(NOON, 999)).isEmpty();

        assertThat(quota.take(NOON.plusSeconds(1), 2)).contains(Duration.ofSeconds(43_199));
    }

    @Test
    void isThrottledAsLongAsNothingMayBePublished() {
        for (int i = 0; i < 3; i++) {
            assertThat(quota.throttled(NOON)).isEmpty();
            quota.take(NOON, 1);
        }

        assertThat(quota.throttled(NOON)).contains(Duration.ofMillis(100));
        assertThat(quota.throttled(NOON.plusMillis(100))).isEmpty();
    }

    @Test
    void isThrottledAsLongAsSomebodyHasToWaitWhoWasRefused() {
        quota.take(NOON, 999);
        quota.take(NOON, 2);

        assertThat(quota.throttled(NOON.plus(Duration.ofHours(11)))).contains(Duration.ofHours(1));
        assertThat(quota.throttled(NOON.plus(Duration.ofHours(12)))).isEmpty();
    }
}
