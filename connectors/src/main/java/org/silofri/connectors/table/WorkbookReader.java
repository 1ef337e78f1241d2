package org.silofri.connectors.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the visible sheets of an XLSX workbook. */
final class WorkbookReader {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final TableLimits limits;
    private int rowsSeen;

    WorkbookReader(TableLimits limits) {
        this.limits = limits;
    }

    List<Table> read(byte[] bytes) {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), OPTIONS)) {
            List<Table> tables = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    tables.add(new Table(sheet.getName(), rows(sheet)));
                }
            }
            return tables;
        } catch (IOException
                | ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // the spreadsheet library reports a damaged workbook by any of these
            throw new UnreadableFile("file.damaged");
        }
    }

    private List<Row> rows(Sheet sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> all = stream.iterator();
            while (all.hasNext()) {
                Row row = row(all.next());
                if (row.isBlank()) {
                    continue;
                }
                if (++rowsSeen > limits.rows()) {
                    throw new UnreadableFile("file.too-many-rows", "" + limits.rows());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(org.dhatim.fastexcel.reader.Row from) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < from.getCellCount(); i++) {
            Cell cell = from.getOptionalCell(i).map(WorkbookReader::cell).orElse(Cell.EMPTY);
            if (i < limits.columns()) {
                cells.add(cell);
            } else if (!cell.isEmpty()) {
                throw new UnreadableFile("file.too-many-columns", "" + limits.columns());
            }
        }
        return new Row(from.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case ERROR -> new Cell(cell.getText(), Cell.Form.ERROR);
            case NUMBER -> number(cell);
            case BOOLEAN, STRING, FORMULA -> formulaOrText(cell);
        };
    }

    private static Cell formulaOrText(org.dhatim.fastexcel.reader.Cell cell) {
        String text = cell.getText();
        boolean failed = cell.getType() == CellType.FORMULA && text.startsWith("#");
        return failed ? new Cell(text, Cell.Form.ERROR) : Cell.text(text);
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        boolean date =
                Optional.ofNullable(cell.getDataFormatString())
                        .map(WorkbookReader::isDateFormat)
                        .orElse(false);
        return date
                ? Cell.text(cell.asDate().toLocalDate().toString())
                : new Cell(cell.asNumber().stripTrailingZeros().toPlainString(), Cell.Form.NUMBER);
    }

    private static boolean isDateFormat(String format) {
        String letters = QUOTED.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return !letters.equals("general") && (letters.contains("y") || letters.contains("d"));
    }
}
