package org.silofri.connectors.tabular;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.sheet.CellProblem;

/**
 * What became of a file.
 *
 * @param file its name
 * @param dryRun true when nothing was published
 * @param refused why the file was refused whole; empty when its rows were looked at
 * @param rows outcomes in the order of the file
 * @param notes what holds nothing back but the author should know, as columns left out
 */
public record ImportReport(
        String file,
        boolean dryRun,
        Optional<Remark> refused,
        List<RowOutcome> rows,
        List<CellProblem> notes) {

    public ImportReport {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    static ImportReport refused(String file, boolean dryRun, Remark remark) {
        return new ImportReport(file, dryRun, Optional.of(remark), List.of(), List.of());
    }

    /** Number of rows with this outcome. */
    public long count(RowOutcome.Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** Everything that is wrong, in the order of the file. */
    public List<CellProblem> problems() {
        return rows.stream().flatMap(row -> row.problems().stream()).toList();
    }

    /** All notes and warnings. */
    public List<CellProblem> warnings() {
        return Stream.concat(notes.stream(), rows.stream().flatMap(row -> row.warnings().stream()))
                .toList();
    }

    /** Tells whether every row became an entry or was one already. */
    public boolean complete() {
        return refused.isEmpty()
                && rows.stream()
                        .noneMatch(row ->
                                row.outcome() == RowOutcome.Outcome.REFUSED
                                        || row.outcome() == RowOutcome.Outcome.NOT_TRIED);
    }
}
