package org.silofri.connectors.tabular.entry;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.connectors.Remark;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.tabular.entry.MappedRow.Faulty;
import org.silofri.connectors.tabular.entry.MappedRow.Ready;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.DataRow;
import org.silofri.connectors.tabular.sheet.DataRow.Filled;
import org.silofri.connectors.tabular.sheet.Problems;
import org.silofri.connectors.tabular.sheet.Terms;
import org.silofri.connectors.tabular.value.Codes;
import org.silofri.connectors.tabular.value.Parsed;
import org.silofri.connectors.tabular.value.References;
import org.silofri.connectors.tabular.value.Values;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;

/** Turns an identified row into a candidate entry, or into the list of what is wrong with it. */
public final class RowMapper {

    private final References references;
    private final Optional<String> language;
    private final String file;
    private final int cellCharacters;

    /**
     * A mapper for the rows of one file.
     *
     * @param language of title columns that name none
     */
    public RowMapper(
            References references, Optional<String> language, String file, int cellCharacters) {
        this.references = references;
        this.language = language;
        this.file = file;
        this.cellCharacters = cellCharacters;
    }

    public MappedRow map(DataRow row, RowId id) {
        Problems problems = new Problems(row);
        EntryGraph graph = new EntryGraph(id);
        CellMapper cells = new CellMapper(id, references, language, graph, problems);
        for (Filled cell : row.filled()) {
            if (isReadable(cell, problems)) {
                cells.map(cell);
            }
        }
        new Measures(cells, graph, problems).map(row);
        partners(row, graph, problems);
        contact(row, graph, problems);
        location(row, graph, problems);
        if (!problems.isEmpty()) {
            return new Faulty(problems.list());
        }
        String origin = "row %d of %s, sheet %s".formatted(row.number(), file, row.sheet());
        return new Ready(
                new Candidate(id.city(), id.kind(), id.entry().key(), graph.graph(), origin),
                warnings(row));
    }

    private boolean isReadable(Filled cell, Problems problems) {
        if (cell.cell().form() == Cell.Form.ERROR) {
            problems.at(cell, Remark.of("cell.formula-error", cell.text()));
            return false;
        }
        if (cell.text().length() > cellCharacters) {
            problems.at(cell, Remark.of("cell.too-long", "" + cellCharacters));
            return false;
        }
        return true;
    }

    private void partners(DataRow row, EntryGraph graph, Problems problems) {
        for (Filled cell : row.filled(Column.PARTNERS)) {
            List<String> parts = CellMapper.parts(cell.text());
            for (int i = 0; i < parts.size(); i++) {
                Node partner = graph.fragment(SF.partner.asNode(), "partner-" + (i + 1));
                partner(cell, parts.get(i).split("\\|", 2), partner, row, graph, problems);
            }
        }
    }

    private void partner(
            Filled cell,
            String[] nameAndKind,
            Node partner,
            DataRow row,
            EntryGraph graph,
            Problems problems) {
        String name = CellMapper.normal(nameAndKind[0].strip());
        graph.add(
                partner,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang(name, mainLanguage(row)));
        if (nameAndKind.length == 2) {
            switch (Codes.parse(CodeList.PARTNER_KIND, nameAndKind[1].strip())) {
                case Parsed.Value(Node kind) -> graph.add(partner, Terms.CLASSIFICATION, kind);
                case Parsed.Bad(Remark remark) -> problems.at(cell, remark);
            }
        }
    }

    private static void contact(DataRow row, EntryGraph graph, Problems problems) {
        for (Filled cell : row.filled(Column.CONTACT)) {
            if (cell.text().matches("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+")) {
                Node contact = graph.fragment(Terms.CONTACT_POINT, "contact");
                graph.add(contact, Terms.EMAIL, NodeFactory.createLiteralString(cell.text()));
            } else {
                problems.at(cell, Remark.of("cell.email", cell.text()));
            }
        }
    }

    private static void location(DataRow row, EntryGraph graph, Problems problems) {
        List<Filled> latitude = row.filled(Column.LATITUDE);
        List<Filled> longitude = row.filled(Column.LONGITUDE);
        if (latitude.size() != longitude.size()) {
            problems.at(
                    latitude.isEmpty() ? Column.LATITUDE : Column.LONGITUDE,
                    Remark.of("cell.half-location"));
        } else if (!latitude.isEmpty()) {
            Node place = graph.fragment(Terms.LOCATION, "location");
            degrees(latitude.getFirst(), 90, place, Terms.LATITUDE, graph, problems);
            degrees(longitude.getFirst(), 180, place, Terms.LONGITUDE, graph, problems);
        }
    }

    private static void degrees(
            Filled cell, int most, Node place, Node property, EntryGraph graph, Problems problems) {
        // coordinates have a decimal point or comma, never thousands
        Cell plain = new Cell(cell.text().replace(',', '.'), Cell.Form.NUMBER);
        Values.number(plain)
                .filter(degrees -> degrees.abs().intValue() <= most)
                .ifPresentOrElse(
                        degrees -> graph.add(place, property, Values.decimalNode(degrees)),
                        () -> problems.at(cell, Remark.of("cell.degrees", "" + most)));
    }

    /** Proper names are tagged with the language that the row's title has first. */
    private String mainLanguage(DataRow row) {
        return row.filled(Column.TITLE).stream()
                .map(Filled::language)
                .filter(language -> !language.isEmpty())
                .findFirst()
                .or(() -> language)
                .orElse("en");
    }

    private static List<CellProblem> warnings(DataRow row) {
        Problems warnings = new Problems(row);
        String baseYear = row.text(Column.BASE_YEAR);
        String start = row.text(Column.START);
        Optional.of(start)
                .filter(s -> s.length() >= 4 && !baseYear.isEmpty())
                .filter(s -> baseYear.compareTo(s.substring(0, 4)) > 0)
                .ifPresent(s ->
                        warnings.at(
                                Column.BASE_YEAR, Remark.of("cell.base-year-late", baseYear, s)));
        return warnings.list();
    }
}
