package org.silofri.node.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Attempts attempts = new Attempts(3);

    private void tried(int times) {
        for (int i = 0; i < times; i++) {
            attempts.count("x", NOW);
        }
    }

    @Test
    void theFirstAreFree() {
        tried(2);

        assertThat(attempts.wait("x", NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 15", "4, 30", "5, 60", "8, 480", "9, 900", "500, 900"})
    void eachFurtherDoublesTheWaitUpToAQuarterOfAnHour(int tries, int seconds) {
        tried(tries);

        assertThat(attempts.wait("x", NOW)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void theWaitPasses() {
        tried(3);

        assertThat(attempts.wait("x", NOW.plusSeconds(15))).isEmpty();
    }

    @Test
    void nobodyElseWaits() {
        tried(9);

        assertThat(attempts.wait("y", NOW)).isEmpty();
    }

    @Test
    void forgetsWhoSucceeds() {
        tried(9);
        attempts.forget("x");

        assertThat(attempts.wait("x", NOW)).isEmpty();
    }

    @Test
    void forgetsWhatIsAnHourOld() {
        tried(9);
        Instant later = NOW.plus(Duration.ofMinutes(61));
        attempts.count("x", later);

        assertThat(attempts.wait("x", later)).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfKeys() {
        tried(9);
        for (int i = 0; i < 20_000; i++) {
            attempts.count("key " + i, NOW);
        }

        assertThat(attempts.wait("x", NOW)).isEmpty();
        assertThat(attempts.size()).isEqualTo(20_000);
    }
}
