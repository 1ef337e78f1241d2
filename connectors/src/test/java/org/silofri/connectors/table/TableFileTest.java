package org.silofri.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.connectors.table.ReadOutcome.Tables;
import org.silofri.connectors.table.ReadOutcome.Unreadable;

class TableFileTest {

    private static final TableLimits SMALL =
            new TableLimits(4_000_000, 5, 4, 100, 3_000_000, 100, 20);

    static Stream<byte[]> encodings() {
        String text = "nøgle;titel\nå1;Ærø";
        return Stream.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void findsTheCharactersOfACsvFile(byte[] bytes) throws Exception {
        Table table = tables(bytes).getFirst();

        assertThat(texts(table)).containsExactly(List.of("nøgle", "titel"), List.of("å1", "Ærø"));
    }

    static Stream<String> separators() {
        return Stream.of("a;b,c\n1;2", "a,b\n1,2", "a\tb\n1\t2", "sep=|\na|b\n1|2");
    }

    @ParameterizedTest
    @MethodSource("separators")
    void findsTheSeparatorOfACsvFile(String text) throws Exception {
        Table table = tables(text.getBytes(StandardCharsets.UTF_8)).getFirst();

        assertThat(texts(table).getLast()).containsExactly("1", "2");
    }

    @Test
    void numbersCsvRowsAsASpreadsheetProgramDoes() throws Exception {
        String text = "a;b\n\n\"two\nlines\";c\nd;e";

        Table table = tables(text.getBytes(StandardCharsets.UTF_8)).getFirst();

        assertThat(table.rows()).map(Row::number).containsExactly(1, 3, 4);
    }

    @Test
    void refusesACsvFileWithAnOpenQuotationMark() throws Exception {
        assertThat(refusal("a;b\n\"open;c\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.quotes");
    }

    @Test
    void readsTextsNumbersAndDatesOfAWorkbook() throws Exception {
        byte[] bytes =
                workbook(sheet -> {
                    sheet.value(0, 0, " Tórshavn ");
                    sheet.value(0, 1, 2.50);
                    sheet.value(0, 2, LocalDate.of(2024, 1, 17));
                    sheet.style(0, 2).format("yyyy-mm-dd").set();
                    sheet.value(2, 0, "below an empty row");
                });

        List<Row> rows = tables(bytes).getFirst().rows();

        assertThat(rows.getFirst().cells())
                .map(Cell::text)
                .containsExactly("Tórshavn", "2.5", "2024-01-17");
        assertThat(rows.getFirst().cell(1).form()).isEqualTo(Cell.Form.NUMBER);
        assertThat(rows.getLast().number()).isEqualTo(3);
    }

    @Test
    void passesOverHiddenSheets() throws Exception {
        byte[] bytes =
                workbook(sheet -> {
                    sheet.value(0, 0, "secret");
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                });

        assertThat(tables(bytes)).map(Table::name).containsExactly("Second");
    }

    @Test
    void refusesTooManyRowsAndColumns() throws Exception {
        assertThat(refusal("a\n".repeat(6).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.too-many-rows");
        assertThat(refusal("a;b;c;d;e".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file.too-many-columns");
        assertThat(refusal(workbook(sheet -> sheet.value(0, 9, "far right"))))
                .isEqualTo("file.too-many-columns");
    }

    @Test
    void refusesALargeFileBeforeParsing() throws Exception {
        assertThat(refusal(new byte[4_000_001])).isEqualTo("file.too-large");
    }

    @Test
    void refusesWhatIsNoTable() throws Exception {
        assertThat(refusal(new byte[0])).isEqualTo("file.empty");
        assertThat(refusal(new byte[] {'a', 0, 'b'})).isEqualTo("file.not-a-table");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9})).isEqualTo("file.damaged");
        assertThat(
                        refusal(
                                new byte[] {
                                    (byte) 0xD0,
                                    (byte) 0xCF,
                                    0x11,
                                    (byte) 0xE0,
                                    (byte) 0xA1,
                                    (byte) 0xB1,
                                    0x1A,
                                    (byte) 0xE1
                                }))
                .isEqualTo("file.old-excel");
    }

    static List<Table> tables(byte[] bytes) throws IOException {
        return ((Tables) new TableFile(SMALL).read("plan.csv", new ByteArrayInputStream(bytes)))
                .tables();
    }

    static String refusal(byte[] bytes) throws IOException {
        ReadOutcome outcome = new TableFile(SMALL).read("plan", new ByteArrayInputStream(bytes));
        return ((Unreadable) outcome).remark().reason().key();
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("First"));
            workbook.newWorksheet("Second").value(0, 0, "visible");
        }
        return out.toByteArray();
    }
}
