package org.silofri.node.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** RFC 5545: lines, folding, text, whole days. */
class CalendarTest {

    private static final Instant STAMP = Instant.parse("2026-11-25T20:02:03Z");

    @Test
    void endsADayOnTheNext() {
        var calendar = new Calendar("Board");
        calendar.days("a", STAMP, day("2026-12-31"), day("2026-12-31"), "Frist", "http://x/y");

        assertThat(calendar.file())
                .contains("DTSTAMP:20261125T200203Z\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\n")
                .contains("DTEND;VALUE=DATE:20270101\r\n");
    }

    @Test
    void escapesWhatHasAMeaning() {
        var calendar = new Calendar("Board");
        calendar.days("a", STAMP, day("2026-12-31"), day("2026-12-31"), "a,b;c\\d\ne", "http://x");

        assertThat(calendar.file()).contains("SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
    }

    @Test
    void foldsLongLinesWithinNoCharacter() {
        String summary = "Ledende by: Reykjavík – ".repeat(12);
        var calendar = new Calendar("Board");
        calendar.days("a", STAMP, day("2026-12-31"), LocalDate.MAX, summary, "http://x");

        String file = calendar.file();
        assertThat(file.split("\r\n", -1))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + summary);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
