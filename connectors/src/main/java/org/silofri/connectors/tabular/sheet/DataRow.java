package org.silofri.connectors.tabular.sheet;

import java.util.List;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.table.Row;

/**
 * A row below its header.
 *
 * @param sheet name of its sheet
 */
public record DataRow(String sheet, HeaderRow header, Row row) {

    /**
     * A cell with content under a known column.
     *
     * @param header as written in the file
     * @param language of the header; empty when it has none
     */
    public record Filled(Column column, String header, String language, Cell cell) {
        public String text() {
            return cell.text();
        }
    }

    public int number() {
        return row.number();
    }

    /** The filled cells in the order of the sheet. */
    public List<Filled> filled() {
        return header.places().stream()
                .filter(place -> !row.cell(place.index()).isEmpty())
                .map(place ->
                        new Filled(
                                place.meaning().column(),
                                place.header(),
                                place.meaning().language(),
                                row.cell(place.index())))
                .toList();
    }

    /** The filled cells of one column, one for each language. */
    public List<Filled> filled(Column column) {
        return filled().stream().filter(cell -> cell.column() == column).toList();
    }

    /** Text of the column's first filled cell, empty when there is none. */
    public String text(Column column) {
        return filled(column).stream().map(Filled::text).findFirst().orElse("");
    }
}
