package org.silofri.node.follow.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.silofri.node.follow.digest.Mailing.Purpose;

class MailingTest {

    private static final Timetable SEVEN =
            new Timetable(LocalTime.of(7, 0), DayOfWeek.MONDAY, ZoneOffset.UTC);
    private static final Instant MORNING = Instant.parse("2026-11-25T07:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static Mailing settledYesterday(Rhythm rhythm) {
        return new Mailing(
                Purpose.DIGEST,
                "a",
                rhythm,
                40,
                MORNING.minus(Duration.ofDays(1)),
                0,
                null,
                null,
                null,
                null);
    }

    @Test
    void itsTurnComesOnceADay() {
        Mailing mailing = settledYesterday(Rhythm.DAILY);

        assertThat(mailing.due(SEVEN, MORNING.minusSeconds(1))).isFalse();
        assertThat(mailing.due(SEVEN, MORNING)).isTrue();
        assertThat(mailing.settled(41, MORNING).due(SEVEN, MORNING.plusSeconds(60))).isFalse();
    }

    @Test
    void whoWantsNothingGetsNothing() {
        assertThat(settledYesterday(Rhythm.OFF).due(SEVEN, MORNING)).isFalse();
    }

    @Test
    void aServerThatTakesNothingIsTriedAgainLaterAndLaterAndNotForEver() {
        Mailing first = settledYesterday(Rhythm.DAILY).notTaken("down", MORNING, 3, PAUSE);
        assertThat(first.told()).isEqualTo(40);
        assertThat(first.due(SEVEN, MORNING.plus(PAUSE).minusSeconds(1))).isFalse();
        assertThat(first.due(SEVEN, MORNING.plus(PAUSE))).isTrue();

        Mailing second = first.notTaken("down", MORNING.plus(PAUSE), 3, PAUSE);
        assertThat(second.retry()).isEqualTo(MORNING.plus(PAUSE).plus(PAUSE).plus(PAUSE));

        Mailing third = second.notTaken("down", MORNING.plusSeconds(900), 3, PAUSE);
        assertThat(third.retry()).isNull();
        assertThat(third.told()).as("what was not taken is told the next time").isEqualTo(40);
        assertThat(third.due(SEVEN, MORNING.plusSeconds(3600))).isFalse();
        assertThat(third.due(SEVEN, MORNING.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void aMailboxThatRefusesIsLeftAloneAfterThreeTurns() {
        Mailing mailing = settledYesterday(Rhythm.DAILY);
        for (int day = 0; day < Mailing.MOST_REFUSALS; day++) {
            Instant morning = MORNING.plus(Duration.ofDays(day));
            assertThat(mailing.due(SEVEN, morning)).isTrue();
            mailing = mailing.refused("550 no such mailbox", morning);
            assertThat(mailing.due(SEVEN, morning.plus(PAUSE))).isFalse();
        }

        assertThat(mailing.paused()).isTrue();
        assertThat(mailing.told()).isEqualTo(40);
        assertThat(mailing.due(SEVEN, MORNING.plus(Duration.ofDays(9)))).isFalse();
    }

    @Test
    void whatMayHaveBeenTakenIsTold() {
        Mailing mailing = settledYesterday(Rhythm.DAILY).uncertain(55, "no answer", MORNING);

        assertThat(mailing.told()).isEqualTo(55);
        assertThat(mailing.trouble()).isEqualTo(Trouble.UNCERTAIN);
        assertThat(mailing.due(SEVEN, MORNING.plus(PAUSE))).isFalse();
    }
}
