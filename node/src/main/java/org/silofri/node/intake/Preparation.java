package org.silofri.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.validation.Severity;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.catalogue.validation.ValidationOutcome;
import org.silofri.catalogue.validation.Violation;

/** Turns a graph from outside into the snapshot that will be signed, or tells what is wrong. */
final class Preparation {

    private static final String RULES = "https://w3id.org/silofri/ns/checks#";

    private final ShapeValidator shapes;

    Preparation(ShapeValidator shapes) {
        this.shapes = shapes;
    }

    /** What came of it. */
    sealed interface Prepared {

        /** May be signed. */
        record Ready(Snapshot snapshot, List<Violation> warnings) implements Prepared {}

        /** Must not be signed. */
        record Faulty(List<Violation> violations) implements Prepared {}
    }

    /**
     * @param graph about the entry, which lies under the base; not changed
     */
    Prepared prepare(BaseIri base, EntryIri entry, Graph graph) {
        Graph whole = Subjects.named(graph, entry);
        Node subject = NodeFactory.createURI(entry.value());
        Node publisher = NodeFactory.createURI(base.value());
        if (!whole.contains(subject, DCTerms.publisher.asNode(), Node.ANY)) {
            whole.add(subject, DCTerms.publisher.asNode(), publisher);
        }
        return switch (CanonicalNTriples.of(whole, entry)) {
            case CanonicalResult.Refused(var problems) ->
                    new Prepared.Faulty(
                            problems.stream()
                                    .map(p -> problem(entry, "not-canonical", p))
                                    .toList());
            case CanonicalResult.Canonical(var snapshot) -> judge(publisher, snapshot);
        };
    }

    /** What is wrong with the texts of a withdrawal (F14). */
    List<Violation> texts(Snapshot tombstone) {
        return switch (shapes.validateTexts(tombstone.entry(), tombstone.graph())) {
            case ValidationOutcome.Conforms conforms -> List.of();
            case ValidationOutcome.Violations(var broken, var warnings) -> broken;
        };
    }

    private Prepared judge(Node publisher, Snapshot snapshot) {
        Graph graph = snapshot.graph();
        EntryIri entry = snapshot.entry();
        ValidationOutcome outcome = shapes.validate(entry, graph);
        List<Violation> violations = new ArrayList<>();
        if (Subjects.kind(graph, entry.value()).stream().noneMatch(k -> k == entry.kind())) {
            violations.add(
                    problem(
                            entry,
                            "wrong-kind",
                            "The entry's rdf:type is not %s, as its IRI says; give it that type"
                                    .formatted(entry.kind().classIri())));
        }
        graph.find(NodeFactory.createURI(entry.value()), DCTerms.publisher.asNode(), Node.ANY)
                .filterDrop(triple -> triple.getObject().equals(publisher))
                .forEachRemaining(triple ->
                        violations.add(
                                problem(
                                        entry,
                                        "foreign-publisher",
                                        "The publisher is not %s; leave dcterms:publisher out"
                                                .formatted(publisher))));
        return switch (outcome) {
            case ValidationOutcome.Conforms(var warnings) when violations.isEmpty() ->
                    new Prepared.Ready(snapshot, warnings);
            case ValidationOutcome.Conforms conforms -> new Prepared.Faulty(violations);
            case ValidationOutcome.Violations(var broken, var warnings) -> {
                violations.addAll(broken);
                yield new Prepared.Faulty(violations);
            }
        };
    }

    /** A finding of intake itself, in English like the library's own technical texts. */
    static Violation problem(EntryIri entry, String rule, String message) {
        return new Violation(
                entry.value(),
                null,
                Severity.VIOLATION,
                RULES + rule,
                Map.of("en", message),
                Map.of("en", ""),
                null);
    }
}
