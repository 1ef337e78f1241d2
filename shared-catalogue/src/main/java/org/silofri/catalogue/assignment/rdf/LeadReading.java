package org.silofri.catalogue.assignment.rdf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;

/** Reads one entry; whatever is missing or misformed is an {@link IllegalArgumentException}. */
final class LeadReading {

    private final Graph graph;
    private final Node subject;
    private final BaseIri coordinator;

    LeadReading(Snapshot snapshot, BaseIri coordinator) {
        this.graph = snapshot.graph();
        this.subject = NodeFactory.createURI(snapshot.entry().value());
        this.coordinator = coordinator;
    }

    static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("no statement about leads");
    }

    private List<Node> objects(Node of, Node property) {
        return graph.find(of, property, Node.ANY).mapWith(t -> t.getObject()).toList();
    }

    private static String form(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    String text(Node property) {
        return objects(subject, property).stream()
                .map(LeadReading::form)
                .findFirst()
                .orElseThrow(LeadReading::unreadable);
    }

    Map<String, String> texts(Node property) {
        Map<String, String> texts = new TreeMap<>();
        objects(subject, property).stream()
                .filter(Node::isLiteral)
                .forEach(
                        text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }

    Set<String> values(Node property) {
        return objects(subject, property).stream()
                .map(LeadReading::form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isTrue(Node property) {
        return values(property).contains("true");
    }

    List<String> notations(Node property) {
        return values(property).stream()
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    String notation(Node property) {
        return notations(property).stream().findFirst().orElseThrow(LeadReading::unreadable);
    }

    Set<EntryIri> entries(Node property) {
        return values(property).stream().map(EntryIri::new).collect(Collectors.toSet());
    }

    EntryIri entry(Node property) {
        return new EntryIri(text(property));
    }

    Set<CityId> cities(Node property) {
        return values(property).stream()
                .map(iri ->
                        LeadRdf.city(new EntryIri(iri), coordinator)
                                .orElseThrow(LeadReading::unreadable))
                .collect(Collectors.toSet());
    }

    CityId city(Node property) {
        return cities(property).stream().findFirst().orElseThrow(LeadReading::unreadable);
    }

    Period period() {
        return period(subject);
    }

    Period periodOf(Node property) {
        return period(NodeFactory.createURI(text(property)));
    }

    private Period period(Node of) {
        String start =
                objects(of, LeadTerms.START).stream()
                        .map(LeadReading::form)
                        .findFirst()
                        .orElseThrow(LeadReading::unreadable);
        String end =
                objects(of, LeadTerms.END).stream().map(LeadReading::form).findFirst().orElse("");
        return Period.of(start, end);
    }
}
