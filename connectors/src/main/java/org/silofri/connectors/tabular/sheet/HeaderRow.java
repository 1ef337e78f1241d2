package org.silofri.connectors.tabular.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.table.Row;
import org.silofri.connectors.tabular.sheet.Headers.Meaning;

/**
 * The row that names the columns of a sheet.
 *
 * @param number of the row
 * @param places columns that are understood, in the order of the sheet
 * @param unknown headers that are not; their cells are left out, which the report says
 * @param repeated headers that mean the same column as an earlier one
 */
record HeaderRow(int number, List<Place> places, List<String> unknown, List<String> repeated) {

    private static final int FEWEST_COLUMNS = 3;

    HeaderRow {
        places = List.copyOf(places);
        unknown = List.copyOf(unknown);
        repeated = List.copyOf(repeated);
    }

    /**
     * Where a column stands.
     *
     * @param index of the column in the sheet, from 0
     * @param header as written
     */
    record Place(int index, String header, Meaning meaning) {}

    /** The row as header; empty when fewer than three of its cells are known headers. */
    static Optional<HeaderRow> of(Row row) {
        List<Place> places = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cell(i);
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Meaning> meaning = Headers.meaning(cell.text());
            if (meaning.isEmpty()) {
                unknown.add(cell.text());
            } else if (places.stream().anyMatch(p -> p.meaning().equals(meaning.get()))) {
                repeated.add(cell.text());
            } else {
                places.add(new Place(i, cell.text(), meaning.get()));
            }
        }
        return places.size() < FEWEST_COLUMNS
                ? Optional.empty()
                : Optional.of(new HeaderRow(row.number(), places, unknown, repeated));
    }

    boolean has(Column column) {
        return places.stream().anyMatch(place -> place.meaning().column() == column);
    }

    /** The header of the column as written, or its technical name. */
    String headerOf(Column column) {
        return places.stream()
                .filter(place -> place.meaning().column() == column)
                .map(Place::header)
                .findFirst()
                .orElse(column.key());
    }
}
