package org.silofri.connectors.table;

import java.util.List;

/**
 * One row.
 *
 * @param number as the spreadsheet program shows it, from 1
 * @param cells from the first column; trailing empty cells may be missing
 */
public record Row(int number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell in that column (from 0), empty beyond the last. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Tells whether no cell has content. */
    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
