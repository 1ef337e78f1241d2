package org.silofri.connectors.tabular.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.connectors.Remark;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.DataRow;
import org.silofri.connectors.tabular.sheet.DataRow.Filled;
import org.silofri.connectors.tabular.sheet.Problems;
import org.silofri.connectors.tabular.sheet.Terms;
import org.silofri.connectors.tabular.value.Values;

/**
 * The numbers of a row: {@code stations = 3; share = 45-48 %}. The columns of several languages
 * name the same numbers in the same order; values and units are taken from the first column.
 */
final class Measures {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile(
                    "([-+]?[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+(?:[.,][0-9]+)?|[-+]?[0-9]+(?:[.,][0-9]+)?)(?:\\s*(?![-–0-9])(.*))?");
    private static final Pattern RANGE_AND_UNIT =
            Pattern.compile("([0-9]+(?:[.,][0-9]+)?\\s?[-–]\\s?[0-9]+(?:[.,][0-9]+)?)\\s*(.*)");

    private final CellMapper cells;
    private final EntryGraph graph;
    private final Problems problems;

    Measures(CellMapper cells, EntryGraph graph, Problems problems) {
        this.cells = cells;
        this.graph = graph;
        this.problems = problems;
    }

    /** One number as written: its name, value and unit; the unit may be empty. */
    record Written(String name, String value, String unit) {}

    void map(DataRow row) {
        List<Filled> columns = row.filled(Column.MEASURES);
        for (Filled column : columns) {
            List<String> parts = CellMapper.parts(column.text());
            if (parts.size() != CellMapper.parts(columns.getFirst().text()).size()) {
                problems.at(column, Remark.of("cell.measures-differ", columns.getFirst().header()));
                return;
            }
            Optional<String> language = cells.languageOf(column);
            for (int i = 0; i < parts.size() && language.isPresent(); i++) {
                map(column, parts.get(i), language.get(), i + 1, column.equals(columns.getFirst()));
            }
        }
    }

    private void map(Filled column, String part, String language, int number, boolean first) {
        Optional<Written> written = read(part);
        if (written.isEmpty()) {
            problems.at(column, Remark.of("cell.measure", part));
            return;
        }
        Node measure = graph.fragment(column.column().property(), "measure-" + number);
        String name = CellMapper.normal(written.get().name());
        graph.add(measure, DCTerms.title.asNode(), NodeFactory.createLiteralLang(name, language));
        if (first) {
            value(column, measure, written.get());
        }
    }

    private void value(Filled column, Node measure, Written written) {
        Cell value = new Cell(written.value(), Cell.Form.TEXT);
        if (Values.isAmbiguous(value)) {
            problems.at(column, Remark.of("cell.number-ambiguous", written.value()));
            return;
        }
        Optional<BigDecimal> number = Values.number(value);
        graph.add(
                measure,
                Terms.VALUE,
                number.map(Values::decimalNode)
                        .orElseGet(() -> NodeFactory.createLiteralString(written.value())));
        if (!written.unit().isEmpty()) {
            graph.add(measure, Terms.UNIT_TEXT, NodeFactory.createLiteralString(written.unit()));
        }
    }

    static Optional<Written> read(String part) {
        int equals = part.indexOf('=');
        if (equals < 1 || equals == part.length() - 1) {
            return Optional.empty();
        }
        String name = part.substring(0, equals).strip();
        String rest = part.substring(equals + 1).strip();
        for (Pattern pattern : List.of(NUMBER_AND_UNIT, RANGE_AND_UNIT)) {
            Matcher matcher = pattern.matcher(rest);
            if (matcher.matches()) {
                String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
                return Optional.of(new Written(name, matcher.group(1), unit));
            }
        }
        return Optional.of(new Written(name, rest, ""));
    }
}
