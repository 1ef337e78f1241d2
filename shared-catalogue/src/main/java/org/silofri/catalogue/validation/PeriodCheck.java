package org.silofri.catalogue.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Finds an end before its start. Dates may be as coarse as a year; they are compared at the
 * precision that both have, which {@code sh:lessThanOrEquals} does not do.
 */
final class PeriodCheck {

    private static final Node START = NodeFactory.createURI("https://schema.org/startDate");
    private static final Node END = NodeFactory.createURI("https://schema.org/endDate");

    private PeriodCheck() {}

    /** The entry itself and its parts, for example the period of a role. */
    static List<Violation> check(Graph data) {
        List<Violation> findings = new ArrayList<>();
        data.find(Node.ANY, END, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toSet()
                .forEach(subject -> check(subject, data).ifPresent(findings::add));
        return findings;
    }

    private static Optional<Violation> check(Node subject, Graph data) {
        Optional<String> start = date(subject, data, START);
        Optional<String> end = date(subject, data, END);
        return start.isPresent() && end.isPresent() && isBefore(end.get(), start.get())
                ? Optional.of(
                        Rules.END_BEFORE_START.broken(subject.toString(), END.getURI(), end.get()))
                : Optional.empty();
    }

    private static boolean isBefore(String end, String start) {
        int precision = Math.min(end.length(), start.length());
        return end.substring(0, precision).compareTo(start.substring(0, precision)) < 0;
    }

    private static Optional<String> date(Node subject, Graph data, Node property) {
        return data.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .filterKeep(text -> text.matches("\\d{4}(-\\d\\d){0,2}"))
                .nextOptional();
    }
}
