package org.silofri.connectors.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.connectors.Message;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.Headers;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.silofri.ontology.Languages;

/**
 * Writes the empty workbook for the spreadsheet import: all columns with headers in the city's
 * language, texts in that language and English, drop-downs from the code lists.
 */
public final class Template {

    /** All but those that no entry of a sheet uses. */
    private static final Set<CodeList> LISTS =
            EnumSet.complementOf(EnumSet.of(CodeList.ANSWER, CodeList.ROLE));

    private static final int ROWS_WITH_LISTS = 1_000;
    private static final int WIDTH = 18;
    private static final int TEXT_WIDTH = 40;
    private static final String HEADER_COLOUR = "DCE6F1";

    private final String language;

    /**
     * A template.
     *
     * @param language tag; another than {@link Languages#ALL} gives English
     */
    public Template(String language) {
        String tag = Languages.normalise(language);
        this.language = Languages.ALL.contains(tag) ? tag : "en";
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws IOException if the stream fails
     */
    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Silofri", "1.0")) {
            Worksheet entries = workbook.newWorksheet(text("template.entries"));
            Map<CodeList, Range> lists = codes(workbook.newWorksheet(text("template.codes")));
            int at = 0;
            for (Column column : Column.values()) {
                for (String header : headers(column)) {
                    entries.value(0, at, header);
                    entries.width(at, column.inLanguages() ? TEXT_WIDTH : WIDTH);
                    if (column.codes().isPresent()) {
                        entries.range(1, at, ROWS_WITH_LISTS, at)
                                .validateWithList(lists.get(column.codes().get()));
                    }
                    at++;
                }
            }
            entries.range(0, 0, 0, at - 1).style().bold().fillColor(HEADER_COLOUR).set();
            entries.freezePane(0, 1);
        }
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

    /** Writes the code lists side by side and gives where the labels stand. */
    private Map<CodeList, Range> codes(Worksheet sheet) {
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
        return ranges;
    }

    private static boolean mayBeImported(Concept concept) {
        return concept.list() != CodeList.KIND
                || EntryKind.ofPath(concept.notation()).filter(EntryKind::open).isPresent();
    }

    private String text(String key) {
        return Message.of(key).in(language);
    }
}
