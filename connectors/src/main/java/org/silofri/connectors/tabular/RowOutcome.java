package org.silofri.connectors.tabular;

import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.connectors.tabular.sheet.CellProblem;

/**
 * What became of a row.
 *
 * @param sheet name of the sheet, or of the CSV file
 * @param row as the spreadsheet program shows it, from 1
 * @param title as the row's first title column tells it; empty without one
 * @param entry the entry that the row is; empty when city, kind or key are unknown
 * @param problems why it was refused; empty unless refused
 * @param warnings doubts that did not hold it back
 */
public record RowOutcome(
        String sheet,
        int row,
        Outcome outcome,
        String title,
        Optional<EntryIri> entry,
        List<CellProblem> problems,
        List<CellProblem> warnings) {

    public RowOutcome {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The possible ends of a row. In a dry run they tell what would happen. */
    public enum Outcome {
        /** An entry was published for the first time. */
        NEW,
        /** An entry was published in a new version. */
        CHANGED,
        /** The entry is as it was; nothing was published. */
        UNCHANGED,
        /** The row was not published. */
        REFUSED,
        /** The import was broken off before the row's turn. */
        NOT_TRIED
    }
}
