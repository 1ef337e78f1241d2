package org.silofri.catalogue.assignment;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days from the first to the last, both included.
 *
 * @param last {@link LocalDate#MAX} when no end is told
 */
public record Period(LocalDate first, LocalDate last) {

    /**
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "The period ends on %s, before its first day %s".formatted(last, first));
        }
    }

    /**
     * The period between two dates that may be as coarse as a year.
     *
     * @param start for example {@code 2018}, {@code 2018-03} or {@code 2018-03-01}
     * @param end in the same form; empty for none
     * @throws IllegalArgumentException if it ends before it starts
     * @throws java.time.format.DateTimeParseException if one is no date
     */
    public static Period of(String start, String end) {
        return new Period(firstDay(start), end.isEmpty() ? LocalDate.MAX : lastDay(end));
    }

    private static LocalDate firstDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-01-01");
            case 7 -> LocalDate.parse(date + "-01");
            default -> LocalDate.parse(date);
        };
    }

    private static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-12-31");
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /** Tells whether the day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Tells whether both have a day in common. */
    public boolean overlaps(Period other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** Tells whether all of its days lie in the other. */
    public boolean within(Period other) {
        return !first.isBefore(other.first) && !last.isAfter(other.last);
    }

    /**
     * The part up to that day.
     *
     * @throws IllegalArgumentException if that day lies before the first
     */
    public Period until(LocalDate day) {
        return new Period(first, day);
    }
}
