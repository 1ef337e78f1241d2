package org.silofri.connectors.tabular.sheet;

import org.silofri.connectors.Message;
import org.silofri.connectors.Remark;

/**
 * One thing that is wrong in a row, said so that its author can mend it.
 *
 * @param sheet name of the sheet, or of the CSV file
 * @param row as the spreadsheet program shows it, from 1
 * @param column header as written in the file; empty when the whole row is meant
 * @param value what stands in the cell, shortened to 120 characters
 * @param reason what is wrong
 * @param remedy what helps
 */
public record CellProblem(
        String sheet, int row, String column, String value, Message reason, Message remedy) {

    private static final int SHOWN_CHARACTERS = 120;

    public CellProblem {
        value = value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, 119) + "…";
    }

    static CellProblem of(String sheet, int row, String column, String value, Remark remark) {
        return new CellProblem(sheet, row, column, value, remark.reason(), remark.remedy());
    }
}
