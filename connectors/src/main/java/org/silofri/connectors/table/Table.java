package org.silofri.connectors.table;

import java.util.List;

/**
 * A sheet of a workbook, or the whole of a CSV file.
 *
 * @param name of the sheet, or of the file
 * @param rows that have content, in their order
 */
public record Table(String name, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }
}
