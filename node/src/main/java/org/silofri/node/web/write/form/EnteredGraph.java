package org.silofri.node.web.write.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryKind;

/**
 * A form as a graph and back. What the form has no field for, and values that a field cannot show,
 * stay in the graph as they were.
 */
public final class EnteredGraph {

    private EnteredGraph() {}

    /**
     * The entry as the form tells it.
     *
     * @param before the entry as it is published; empty for a new one. Not changed
     * @param subject the entry
     */
    public static Graph write(EntryKind kind, Entered entered, Graph before, Node subject) {
        Graph graph = GraphFactory.createDefaultGraph();
        before.find().forEachRemaining(graph::add);
        graph.add(subject, RDF.type.asNode(), NodeFactory.createURI(kind.classIri()));
        for (Field field : Fields.of(kind)) {
            write(field, entered, graph, subject);
        }
        return graph;
    }

    /** What was not touched keeps its very form, so that an unchanged form changes nothing. */
    private static void write(Field field, Entered entered, Graph graph, Node subject) {
        Set<Cell> left = cells(field, entered);
        for (Node old : objects(field, graph, subject)) {
            Optional<Cell> cell = cell(field, old);
            if (cell.isPresent() && !left.remove(cell.get())) {
                graph.delete(subject, field.property(), old);
            }
        }
        left.forEach(cell -> graph.add(subject, field.property(), cell.node(field)));
    }

    /** The form filled in with what the entry says. */
    public static Entered read(EntryKind kind, Graph graph, Node subject) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> languages = new TreeSet<>();
        for (Field field : Fields.of(kind)) {
            Entered read = read(field, graph, subject);
            languages.addAll(read.all(Fields.LANGUAGES));
            read.values().forEach(values::put);
        }
        values.remove(Fields.LANGUAGES);
        return languages.isEmpty()
                ? new Entered(values)
                : new Entered(values).with(Fields.LANGUAGES, List.copyOf(languages));
    }

    private static Entered read(Field field, Graph graph, Node subject) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> languages = new TreeSet<>();
        for (Node node : objects(field, graph, subject)) {
            Optional<Cell> cell = cell(field, node);
            if (cell.isPresent()) {
                String language = cell.get().language();
                String name = language.isEmpty() ? field.name() : field.in(language);
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(cell.get().text());
                if (!language.isEmpty()) {
                    languages.add(language);
                }
            }
        }
        if (!languages.isEmpty()) {
            values.put(Fields.LANGUAGES, List.copyOf(languages));
        }
        return new Entered(values);
    }

    private static List<Node> objects(Field field, Graph graph, Node subject) {
        return graph
                .find(subject, field.property(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static Set<Cell> cells(Field field, Entered entered) {
        Set<Cell> cells = new LinkedHashSet<>();
        if (field.type().byLanguage()) {
            entered.texts(field.name())
                    .forEach((language, text) -> cells.add(new Cell(language, text)));
        } else {
            entered.all(field.name()).forEach(text -> cells.add(new Cell("", text)));
        }
        return cells;
    }

    /** How the field shows a value; empty when it cannot. */
    private static Optional<Cell> cell(Field field, Node node) {
        String language =
                field.type().byLanguage() && node.isLiteral() ? node.getLiteralLanguage() : "";
        if (field.type().byLanguage() && language.isEmpty()) {
            return Optional.empty();
        }
        return EnteredValues.text(field, node)
                .map(text -> new Cell(language, text))
                .filter(cell -> cell.node(field).sameValueAs(node));
    }

    /**
     * A value as it is typed in.
     *
     * @param language empty in a field that has none
     */
    private record Cell(String language, String text) {

        Node node(Field field) {
            return language.isEmpty()
                    ? EnteredValues.node(field, text)
                    : NodeFactory.createLiteralLang(text, language);
        }
    }
}
