package org.silofri.node.web.board;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.silofri.catalogue.assignment.Period;
import org.silofri.node.web.wording.Wording;

/** Days and periods in the reader's words. */
final class BoardDays {

    private BoardDays() {}

    static String day(LocalDate day, Wording say) {
        return DateTimeFormatter.ofPattern(
                        say.say("time.date"), Locale.forLanguageTag(say.language()))
                .format(day);
    }

    static String period(Period period, Wording say) {
        return period.last().equals(LocalDate.MAX)
                ? say.say("board.period.open", day(period.first(), say))
                : say.say("board.period", day(period.first(), say), day(period.last(), say));
    }
}
