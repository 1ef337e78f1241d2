package org.silofri.connectors.tabular.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.DataRow.Filled;
import org.silofri.connectors.tabular.sheet.Problems;
import org.silofri.connectors.tabular.value.Codes;
import org.silofri.connectors.tabular.value.Parsed;
import org.silofri.connectors.tabular.value.References;
import org.silofri.connectors.tabular.value.Values;
import org.silofri.ontology.SF;

/** Turns single cells into triples of the entry. */
final class CellMapper {

    private final RowId id;
    private final References references;
    private final Optional<String> language;
    private final EntryGraph graph;
    private final Problems problems;

    CellMapper(
            RowId id,
            References references,
            Optional<String> language,
            EntryGraph graph,
            Problems problems) {
        this.id = id;
        this.references = references;
        this.language = language;
        this.graph = graph;
        this.problems = problems;
    }

    void map(Filled cell) {
        String text = cell.text();
        switch (cell.column().form()) {
            case OWN -> {
                // city, kind, key, partners, measures, contact and place have rules of their own
            }
            case LANGUAGE_TEXT -> text(cell);
            case TEXT -> graph.add(property(cell), NodeFactory.createLiteralString(normal(text)));
            case CONCEPT ->
                    each(cell, code -> Codes.parse(cell.column().codes().orElseThrow(), code));
            case LINK -> each(cell, reference -> references.resolve(reference, id.city()));
            case IRI -> each(cell, Values::iri);
            case IRI_OR_TEXT -> lines(cell);
            case DATE -> put(cell, Values.date(text));
            case YEAR -> put(cell, Values.year(text));
            case DECIMAL -> put(cell, Values.decimal(cell.cell()));
            case INTEGER -> put(cell, Values.integer(cell.cell()));
            case BOOLEAN -> put(cell, Values.yesOrNo(text));
        }
    }

    /** The language of a column, its own or the import's; empty after reporting that it is none. */
    Optional<String> languageOf(Filled cell) {
        Optional<String> tag = cell.language().isEmpty() ? language : Optional.of(cell.language());
        if (tag.isEmpty()) {
            problems.at(cell, Remark.of("cell.language-missing", cell.header()));
        }
        return tag;
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The parts of a cell between semicolons and line ends. */
    static List<String> parts(String text) {
        return Arrays.stream(text.split("[;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void text(Filled cell) {
        languageOf(cell)
                .ifPresent(tag ->
                        graph.add(
                                property(cell),
                                NodeFactory.createLiteralLang(normal(cell.text()), tag)));
    }

    private void each(Filled cell, Function<String, Parsed> parser) {
        parts(cell.text()).forEach(part -> put(cell, parser.apply(part)));
    }

    /** A source in words may contain semicolons, so only line ends separate sources. */
    private void lines(Filled cell) {
        normal(cell.text())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> put(cell, Values.iriOrText(line)));
    }

    private void put(Filled cell, Parsed parsed) {
        switch (parsed) {
            case Parsed.Value(Node node) -> graph.add(property(cell), node);
            case Parsed.Bad(Remark remark) -> problems.at(cell, remark);
        }
    }

    private Node property(Filled cell) {
        boolean targetsGoal = cell.column() == Column.GOAL && id.kind() == EntryKind.TARGET;
        return targetsGoal ? SF.ofGoal.asNode() : cell.column().property();
    }
}
