package org.silofri.catalogue.validation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;
import org.silofri.ontology.Ontology;

/** The shapes of one version, parsed once, with the texts of each shape. Safe for many threads. */
final class CompiledShapes {

    private final Shapes shapes;
    private final Map<Node, Rule> rules = new HashMap<>();
    private final Map<Node, String> fields = new HashMap<>();

    CompiledShapes(String version) {
        Graph source = Ontology.shapes(version);
        shapes = Shapes.parse(source);
        Node field =
                NodeFactory.createURI(
                        "https://w3id.org/silofri/ns/%s/shapes#field".formatted(version));
        source.find(Node.ANY, field, Node.ANY)
                .forEachRemaining(t -> fields.put(t.getSubject(), t.getObject().getURI()));
        source.find(Node.ANY, SHACL.message, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toSet()
                .forEach(shape -> rules.put(shape, rule(source, shape)));
    }

    private static Rule rule(Graph source, Node shape) {
        Map<String, String> texts = new TreeMap<>();
        source.find(shape, SHACL.message, Node.ANY)
                .forEachRemaining(triple -> {
                    Node text = triple.getObject();
                    texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm());
                });
        boolean warning = source.contains(shape, SHACL.severity, SHACL.Warning);
        return Rule.of(shape.getURI(), warning ? Severity.WARNING : Severity.VIOLATION, texts);
    }

    /** Findings of the shapes; each field and rule is told once. */
    Set<Violation> check(Graph data) {
        Set<Violation> findings = new LinkedHashSet<>();
        for (ReportEntry entry : ShaclValidator.get().validate(shapes, data).getEntries()) {
            findings.add(finding(entry));
        }
        return findings;
    }

    private Violation finding(ReportEntry entry) {
        Rule rule = rules.get(entry.source());
        if (rule == null) {
            throw new IllegalStateException("Shape " + entry.source() + " has no message");
        }
        String path = path(entry.resultPath());
        return rule.broken(
                text(entry.focusNode()),
                path == null ? fields.get(entry.source()) : path,
                path == null || entry.value() == null ? null : text(entry.value()));
    }

    private static @Nullable String path(@Nullable Path path) {
        return path instanceof P_Link link ? link.getNode().getURI() : null;
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
