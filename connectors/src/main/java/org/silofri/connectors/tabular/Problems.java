package org.silofri.connectors.tabular;

import java.util.ArrayList;
import java.util.List;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.DataRow.Filled;

/** Collects what is wrong in one row. */
final class Problems {

    private final DataRow row;
    private final List<CellProblem> found = new ArrayList<>();

    Problems(DataRow row) {
        this.row = row;
    }

    void at(Filled cell, Remark remark) {
        add(cell.header(), cell.text(), remark);
    }

    /** Reports a column that may be empty in this row or missing in the sheet. */
    void at(Column column, Remark remark) {
        add(row.header().headerOf(column), row.text(column), remark);
    }

    void atRow(Remark remark) {
        add("", "", remark);
    }

    private void add(String column, String value, Remark remark) {
        found.add(CellProblem.of(row.sheet(), row.number(), column, value, remark));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<CellProblem> list() {
        return List.copyOf(found);
    }
}
