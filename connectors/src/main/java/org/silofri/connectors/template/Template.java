package org.silofri.connectors.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.Headers;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.silofri.ontology.Languages;

/**
 * Writes the workbook to start from: instructions, a sheet for each kind of entry with headers in
 * the city's language, an example that is not imported, and drop-downs from the code lists.
 */
public final class Template {

    /** All but those that no entry of a sheet uses. */
    private static final Set<CodeList> LISTS =
            EnumSet.complementOf(EnumSet.of(CodeList.ANSWER, CodeList.ROLE));

    private static final int ROWS_WITH_LISTS = 1_000;
    private static final int WIDTH = 18;
    private static final int TEXT_WIDTH = 40;
    private static final int HELP_WIDTH = 110;
    private static final String REQUIRED_COLOUR = "BDD3EE";
    private static final String OPTIONAL_COLOUR = "E9EEF5";
    private static final String EXAMPLE_COLOUR = "6B7785";
    private static final List<String> LICENCES =
            List.of(
                    "https://creativecommons.org/publicdomain/zero/1.0/",
                    "https://creativecommons.org/licenses/by/4.0/");

    private final String language;
    private final TemplateTexts texts;

    /**
     * A template.
     *
     * @param language tag; another than {@link Languages#ALL} gives English
     */
    public Template(String language) {
        String tag = Languages.normalise(language);
        this.language = Languages.ALL.contains(tag) ? tag : "en";
        this.texts = new TemplateTexts(this.language);
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws IOException if the stream fails
     */
    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Silofri", "1.0")) {
            help(workbook.newWorksheet(texts.text("sheet.help")));
            Map<KindColumns, Worksheet> sheets = new java.util.LinkedHashMap<>();
            for (KindColumns kind : KindColumns.ALL) {
                sheets.put(kind, workbook.newWorksheet(label(CodeList.KIND, kind.kind())));
            }
            Lists lists = codes(workbook.newWorksheet(texts.text("sheet.codes")));
            sheets.forEach((kind, sheet) -> entries(sheet, kind, lists));
        }
    }

    /** One column of text, so that no row of it is taken for headers. */
    private void help(Worksheet sheet) {
        sheet.width(0, HELP_WIDTH);
        sheet.value(0, 0, texts.text("help.title"));
        sheet.style(0, 0).bold().fontSize(16).set();
        int row = 2;
        for (String line : texts.help()) {
            sheet.value(row, 0, line);
            sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
            row++;
        }
    }

    private void entries(Worksheet sheet, KindColumns kind, Lists lists) {
        Example example = new Example(kind.kind(), language, texts);
        int at = 0;
        for (Column column : kind.all()) {
            String colour = kind.required().contains(column) ? REQUIRED_COLOUR : OPTIONAL_COLOUR;
            boolean first = true;
            for (String header : headers(column)) {
                sheet.value(0, at, header);
                sheet.style(0, at).bold().fillColor(first ? colour : OPTIONAL_COLOUR).set();
                sheet.width(at, column.inLanguages() ? TEXT_WIDTH : WIDTH);
                if (first && kind.required().contains(column)) {
                    sheet.value(1, at, example.cell(column));
                    sheet.style(1, at).italic().fontColor(EXAMPLE_COLOUR).set();
                }
                dropDown(sheet, at, column, lists);
                first = false;
                at++;
            }
        }
        sheet.freezePane(1, 1);
    }

    /** A theme may be several and a licence another, so there a warning is all. */
    private static void dropDown(Worksheet sheet, int at, Column column, Lists lists) {
        Optional<Range> list =
                column == Column.LICENCE
                        ? Optional.of(lists.licences())
                        : column.codes().map(lists.codes()::get);
        list.ifPresent(range -> {
            boolean closed = column != Column.LICENCE && column != Column.THEME;
            sheet.range(1, at, ROWS_WITH_LISTS, at)
                    .validateWithList(range)
                    .errorStyle(
                            closed
                                    ? DataValidationErrorStyle.STOP
                                    : DataValidationErrorStyle.WARNING);
        });
    }

    /** A column in languages stands twice: in the city's language and in English. */
    private List<String> headers(Column column) {
        String shown = Headers.shown(column, language);
        if (!column.inLanguages()) {
            return List.of(shown);
        }
        List<String> headers = new ArrayList<>(List.of(shown + " (" + language + ")"));
        if (!language.equals("en")) {
            headers.add(shown + " (en)");
        }
        return headers;
    }

    /** Where the values of drop-downs stand. */
    private record Lists(Map<CodeList, Range> codes, Range licences) {}

    /** Writes the code lists side by side. */
    private Lists codes(Worksheet sheet) {
        Map<CodeList, Range> ranges = new EnumMap<>(CodeList.class);
        int at = 0;
        for (CodeList list : LISTS) {
            sheet.value(0, at, list.label(language));
            sheet.style(0, at).bold().set();
            int row = 1;
            for (Concept concept : list.concepts()) {
                if (mayBeImported(concept)) {
                    sheet.value(row, at, concept.label(language));
                    sheet.value(row, at + 1, concept.notation());
                    row++;
                }
            }
            ranges.put(list, sheet.range(1, at, row - 1, at));
            sheet.width(at, TEXT_WIDTH);
            sheet.width(at + 1, WIDTH);
            at += 2;
        }
        sheet.value(0, at, Headers.shown(Column.LICENCE, language));
        sheet.style(0, at).bold().set();
        sheet.width(at, TEXT_WIDTH);
        for (int i = 0; i < LICENCES.size(); i++) {
            sheet.value(i + 1, at, LICENCES.get(i));
        }
        return new Lists(ranges, sheet.range(1, at, LICENCES.size(), at));
    }

    private static boolean mayBeImported(Concept concept) {
        return concept.list() != CodeList.KIND
                || EntryKind.ofPath(concept.notation()).filter(EntryKind::open).isPresent();
    }

    private String label(CodeList list, String notation) {
        return list.concept(notation)
                .map(concept -> concept.label(language))
                .orElseThrow(() -> new IllegalStateException("There is no " + notation));
    }
}
