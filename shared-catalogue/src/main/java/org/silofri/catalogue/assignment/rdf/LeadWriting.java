package org.silofri.catalogue.assignment.rdf;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.silofri.ontology.Ontology;

/** Writes one entry. */
final class LeadWriting {

    private static final int MOST_TITLE = 300;

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final String iri;
    private final Node subject;
    private final BaseIri coordinator;

    LeadWriting(String iri, Resource type, BaseIri coordinator) {
        this.iri = iri;
        this.subject = NodeFactory.createURI(iri);
        this.coordinator = coordinator;
        add(subject, RDF.type.asNode(), type.asNode());
        add(subject, LeadTerms.LICENCE, LeadTerms.CC0);
    }

    Graph graph() {
        return graph;
    }

    private void add(Node of, Node property, Node value) {
        graph.add(of, property, value);
    }

    LeadWriting text(Node property, String text) {
        add(subject, property, NodeFactory.createLiteralString(text));
        return this;
    }

    LeadWriting texts(Node property, Map<String, String> texts) {
        texts.forEach((language, text) ->
                add(subject, property, NodeFactory.createLiteralLang(text, language)));
        return this;
    }

    /** Web addresses become IRIs. */
    LeadWriting values(Node property, Set<String> values) {
        values.forEach(value ->
                add(
                        subject,
                        property,
                        value.matches("https?://\\S+")
                                ? NodeFactory.createURI(value)
                                : NodeFactory.createLiteralString(value)));
        return this;
    }

    LeadWriting isTrue(Node property, boolean value) {
        if (value) {
            add(subject, property, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
        return this;
    }

    LeadWriting entries(Node property, Collection<EntryIri> entries) {
        entries.forEach(entry -> add(subject, property, NodeFactory.createURI(entry.value())));
        return this;
    }

    LeadWriting cities(Node property, Collection<CityId> cities) {
        return entries(
                property,
                cities.stream()
                        .map(city -> coordinator.entry(EntryKind.MEMBER, city.value()))
                        .toList());
    }

    LeadWriting concepts(Node property, CodeList list, Collection<String> notations) {
        notations.forEach(
                notation -> add(subject, property, NodeFactory.createURI(list.iriOf(notation))));
        return this;
    }

    LeadWriting date(Node property, LocalDate date) {
        add(subject, property, literal(date));
        return this;
    }

    private static Node literal(LocalDate date) {
        return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
    }

    LeadWriting period(Period period) {
        return period(subject, period);
    }

    LeadWriting periodOf(Node property, Period period) {
        Node part = NodeFactory.createURI(iri + "#period");
        add(subject, property, part);
        return period(part, period);
    }

    private LeadWriting period(Node of, Period period) {
        add(of, LeadTerms.START, literal(period.first()));
        if (!period.last().equals(LocalDate.MAX)) {
            add(of, LeadTerms.END, literal(period.last()));
        }
        return this;
    }

    /** The problem's title and what this entry is to it, in the title's languages. */
    LeadWriting title(Map<String, String> problem, Optional<Concept> concept) {
        return title(problem, language -> concept.orElseThrow().label(language));
    }

    LeadWriting title(Map<String, String> problem, UnaryOperator<String> label) {
        problem.forEach((language, title) -> {
            String whole = title + " – " + label.apply(language);
            add(
                    subject,
                    LeadTerms.TITLE,
                    NodeFactory.createLiteralLang(
                            whole.length() > MOST_TITLE
                                    ? whole.substring(0, MOST_TITLE - 1) + "…"
                                    : whole,
                            language));
        });
        return this;
    }

    static UnaryOperator<String> labels(Resource type) {
        return language -> Ontology.label(type.getURI(), language).orElse(type.getLocalName());
    }
}
