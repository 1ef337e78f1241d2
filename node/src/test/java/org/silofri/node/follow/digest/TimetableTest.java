package org.silofri.node.follow.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        // Wednesday
        "DAILY, 2026-11-25T05:59:59Z, 2026-11-24T06:00:00Z",
        "DAILY, 2026-11-25T06:00:00Z, 2026-11-25T06:00:00Z",
        "WEEKLY, 2026-11-25T06:00:00Z, 2026-11-23T06:00:00Z",
        "WEEKLY, 2026-11-23T05:59:59Z, 2026-11-16T06:00:00Z",
        "MONTHLY, 2026-11-25T06:00:00Z, 2026-11-01T06:00:00Z",
        "MONTHLY, 2026-11-01T05:59:59Z, 2026-10-01T05:00:00Z",
        // summer time
        "DAILY, 2026-07-01T05:00:00Z, 2026-07-01T05:00:00Z"
    })
    void tellsWhenLettersWereToGoOut(Rhythm rhythm, Instant now, Instant latest) {
        var timetable = new Timetable(LocalTime.of(7, 0), DayOfWeek.MONDAY, OSLO);

        assertThat(timetable.latest(rhythm, now)).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        // 02:30 does not exist on 29 March 2026 in Oslo: it counts as 03:30
        "2026-03-29T01:10:00Z, 2026-03-28T01:30:00Z",
        "2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z"
    })
    void noMomentIsInTheFuture(Instant now, Instant latest) {
        var timetable = new Timetable(LocalTime.of(2, 30), DayOfWeek.MONDAY, OSLO);

        assertThat(timetable.latest(Rhythm.DAILY, now)).isEqualTo(latest);
    }
}
