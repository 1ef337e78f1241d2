package org.silofri.node.follow.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When letters go out. Pure.
 *
 * @param at time of day
 * @param day of weekly letters; monthly ones go out on the first
 */
record Timetable(LocalTime at, DayOfWeek day, ZoneId zone) {

    /** The latest moment, not after now, at which letters of that rhythm were to go out. */
    Instant latest(Rhythm rhythm, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant latest = moment(rhythm, today);
        // clocks that are put forward may move a moment beyond now
        return latest.isAfter(now) ? moment(rhythm, before(rhythm, today)) : latest;
    }

    private Instant moment(Rhythm rhythm, LocalDate day) {
        LocalDate date =
                switch (rhythm) {
                    case OFF, DAILY -> day;
                    case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(this.day));
                    case MONTHLY -> day.withDayOfMonth(1);
                };
        return ZonedDateTime.of(date, at, zone).toInstant();
    }

    private static LocalDate before(Rhythm rhythm, LocalDate day) {
        return switch (rhythm) {
            case OFF, DAILY -> day.minusDays(1);
            case WEEKLY -> day.minusWeeks(1);
            case MONTHLY -> day.minusMonths(1);
        };
    }
}
