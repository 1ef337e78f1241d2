package org.silofri.catalogue.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.silofri.catalogue.entry.EntryIri;

/**
 * Finds an end before its start. Dates may be as coarse as a year; they are compared at the
 * precision that both have, which {@code sh:lessThanOrEquals} does not do.
 */
final class PeriodCheck {

    private static final Node START = NodeFactory.createURI("https://schema.org/startDate");
    private static final Node END = NodeFactory.createURI("https://schema.org/endDate");

    private PeriodCheck() {}

    static List<Violation> check(EntryIri entry, Graph data) {
        Optional<String> start = date(entry, data, START);
        Optional<String> end = date(entry, data, END);
        List<Violation> findings = new ArrayList<>();
        if (start.isPresent() && end.isPresent() && isBefore(end.get(), start.get())) {
            findings.add(Rules.END_BEFORE_START.broken(entry.value(), END.getURI(), end.get()));
        }
        return findings;
    }

    private static boolean isBefore(String end, String start) {
        int precision = Math.min(end.length(), start.length());
        return end.substring(0, precision).compareTo(start.substring(0, precision)) < 0;
    }

    private static Optional<String> date(EntryIri entry, Graph data, Node property) {
        return data.find(NodeFactory.createURI(entry.value()), property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .filterKeep(text -> text.matches("\\d{4}(-\\d\\d){0,2}"))
                .nextOptional();
    }
}
