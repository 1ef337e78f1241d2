package org.silofri.connectors.tabular.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.connectors.Remark;
import org.silofri.connectors.table.Row;
import org.silofri.connectors.table.Table;

/**
 * Finds the rows below the headers of a file's sheets; sheets without a key column are passed over.
 */
public final class Sheets {

    private static final int HEADER_WITHIN_ROWS = 10;

    /** A key that begins so marks a row as an example or a remark of its author. */
    private static final String REMARK = "#";

    private final List<DataRow> rows = new ArrayList<>();
    private final List<CellProblem> notes = new ArrayList<>();
    private boolean headerWithoutKey;
    private boolean found;

    /** Looks at all sheets. */
    public static Sheets of(List<Table> tables) {
        Sheets sheets = new Sheets();
        tables.forEach(sheets::add);
        return sheets;
    }

    /** Why none of the sheets can be used; empty when there is one. */
    public Optional<Remark> refusal() {
        if (found) {
            return Optional.empty();
        }
        return Optional.of(Remark.of(headerWithoutKey ? "file.no-key-column" : "file.no-header"));
    }

    public List<DataRow> rows() {
        return rows;
    }

    public List<CellProblem> notes() {
        return notes;
    }

    private void add(Table table) {
        List<Row> all = table.rows();
        for (int i = 0; i < Math.min(HEADER_WITHIN_ROWS, all.size()); i++) {
            Optional<HeaderRow> header = HeaderRow.of(all.get(i));
            if (header.isPresent() && header.get().has(Column.KEY)) {
                add(table.name(), header.get(), all.subList(i + 1, all.size()));
                return;
            }
            headerWithoutKey |= header.isPresent();
        }
    }

    private void add(String sheet, HeaderRow header, List<Row> below) {
        found = true;
        below.stream()
                .map(row -> new DataRow(sheet, header, row))
                .filter(row -> !row.text(Column.KEY).startsWith(REMARK))
                .forEach(rows::add);
        header.unknown().forEach(name -> notes.add(note(sheet, header, name, "column.unknown")));
        header.repeated().forEach(name -> notes.add(note(sheet, header, name, "column.repeated")));
    }

    private static CellProblem note(String sheet, HeaderRow header, String name, String key) {
        return CellProblem.of(sheet, header.number(), name, "", Remark.of(key, name));
    }
}
