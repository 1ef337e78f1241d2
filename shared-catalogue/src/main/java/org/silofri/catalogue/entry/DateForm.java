package org.silofri.catalogue.entry;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in the form that the graph store gives back: no trailing zeros in a fraction,
 * midnight as {@code 00:00:00}, a zero offset as {@code +00:00} or {@code Z} as written.
 */
final class DateForm {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})"
                            + "(T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.([0-9]{1,9}?)0*)?)?"
                            + "(Z|[+-][0-9]{2}:[0-9]{2})?");

    private DateForm() {}

    /**
     * @param text valid for xsd:date, xsd:dateTime or xsd:dateTimeStamp
     * @throws TermWriter.Refused for what the store would change: years outside 1 to 9999, more
     *     than nine digits of a second, the offsets -00:15 and -00:30
     */
    static String of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || text.startsWith("0000")) {
            throw new TermWriter.Refused(
                    "Date \"%s\" is out of range; write a year from 0001 to 9999 and at most nine digits of a second"
                            .formatted(text.length() <= 60 ? text : text.substring(0, 60)));
        }
        String zone = zone(parts.group(5));
        if (parts.group(2) == null) {
            return parts.group(1) + zone;
        }
        String fraction = parts.group(4);
        String time = parts.group(3);
        String date = parts.group(1);
        if (time.startsWith("24")) {
            date = nextDay(date);
            time = "00:00:00";
        }
        String dot = fraction == null || fraction.equals("0") ? "" : "." + fraction;
        return date + "T" + time + dot + zone;
    }

    private static String zone(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) {
            return "";
        }
        // TDB2 keeps offsets in quarters of an hour and uses -1 and -2 for "Z" and "none"
        if (zone.equals("-00:15") || zone.equals("-00:30")) {
            throw new TermWriter.Refused(
                    "Time zone %s cannot be kept; write the time in Z".formatted(zone));
        }
        return zone.equals("-00:00") ? "+00:00" : zone;
    }

    private static String nextDay(String date) {
        LocalDate next = LocalDate.parse(date).plusDays(1);
        if (next.getYear() > 9999) {
            throw new TermWriter.Refused("Date after the year 9999; write an earlier one");
        }
        return next.toString();
    }
}
