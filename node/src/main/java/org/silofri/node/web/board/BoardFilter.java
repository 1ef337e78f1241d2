package org.silofri.node.web.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.node.web.listing.EntryLinks;

/**
 * Which part of the board is asked for.
 *
 * @param theme notation; empty for all
 * @param waiting only where someone is waited for
 * @param day whose roles show
 * @param today whether that is today
 */
record BoardFilter(String theme, boolean waiting, LocalDate day, boolean today) {

    /** What cannot be read is as if it were not there. */
    static BoardFilter of(String theme, String waiting, String at, Instant now) {
        LocalDate today = Leads.day(now);
        LocalDate day = today;
        try {
            day = at.isEmpty() ? today : LocalDate.parse(at);
        } catch (DateTimeParseException e) {
            // today, then
        }
        return new BoardFilter(
                theme.matches("[a-z-]{1,40}") ? theme : "",
                !waiting.isEmpty(),
                day,
                day.equals(today));
    }

    boolean takes(SharedProblem problem) {
        return theme.isEmpty() || problem.themes().contains(theme);
    }

    /** The same part in another form. */
    String address(String path) {
        List<String> query = new ArrayList<>();
        if (!theme.isEmpty()) {
            query.add("theme=" + EntryLinks.encoded(theme));
        }
        if (waiting) {
            query.add("waiting=1");
        }
        if (!today) {
            query.add("at=" + day);
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
