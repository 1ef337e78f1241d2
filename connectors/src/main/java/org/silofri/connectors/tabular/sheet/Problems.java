package org.silofri.connectors.tabular.sheet;

import java.util.ArrayList;
import java.util.List;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.sheet.DataRow.Filled;

/** Collects what is wrong in one row. */
public final class Problems {

    private final DataRow row;
    private final List<CellProblem> found = new ArrayList<>();

    public Problems(DataRow row) {
        this.row = row;
    }

    public void at(Filled cell, Remark remark) {
        add(cell.header(), cell.text(), remark);
    }

    /** Reports a column that may be empty in this row or missing in the sheet. */
    public void at(Column column, Remark remark) {
        add(row.header().headerOf(column), row.text(column), remark);
    }

    public void atRow(Remark remark) {
        add("", "", remark);
    }

    private void add(String column, String value, Remark remark) {
        found.add(CellProblem.of(row.sheet(), row.number(), column, value, remark));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<CellProblem> list() {
        return List.copyOf(found);
    }
}
