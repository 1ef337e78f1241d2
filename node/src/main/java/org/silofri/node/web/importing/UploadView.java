package org.silofri.node.web.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.When;

/**
 * What the page of an upload shows.
 *
 * @param busy null when nothing goes on
 * @param refusal why the whole file cannot be used; null if it can
 * @param done what an import has done, a sentence; null before
 * @param notes about columns
 * @param publish how many rows can be published now, 0 for none
 * @param leftOut how many cannot
 * @param mayPublish whether the reader may publish for the city
 * @param chips filters, the chosen one marked
 * @param rows of this page
 */
record UploadView(
        String href,
        String file,
        String city,
        When expires,
        @Nullable Busy busy,
        @Nullable Remark refusal,
        @Nullable String done,
        List<Remark> notes,
        int publish,
        int leftOut,
        boolean mayPublish,
        List<Chip> chips,
        List<Row> rows,
        @Nullable String before,
        @Nullable String after) {

    UploadView {
        notes = List.copyOf(notes);
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }

    /**
     * What goes on.
     *
     * @param publishes whether rows are published, or only looked at
     * @param total 0 until the file is read
     * @param text how far it is
     */
    record Busy(boolean publishes, int done, int total, String text) {}

    /**
     * A filter.
     *
     * @param count of rows, with the reader's separators
     */
    record Chip(String href, String label, String count, boolean chosen) {}

    /**
     * A row of the file.
     *
     * @param place sheet and row
     * @param href of its entry; null where there is none to look at
     * @param css end of the badge's class
     */
    record Row(
            String place,
            String title,
            @Nullable String href,
            String outcome,
            String css,
            List<Remark> problems,
            List<Remark> warnings) {

        Row {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What is wrong at a cell and what helps.
     *
     * @param column header as the file writes it; empty for the whole row
     */
    record Remark(String column, String value, String reason, String remedy) {}
}
