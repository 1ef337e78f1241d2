package org.silofri.catalogue.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.ontology.Ontology;
import org.silofri.ontology.SF;

/**
 * Closes the network's own namespace: unknown {@code sf:} terms, and known ones on the wrong kind,
 * are refused, while other vocabularies stay free. ({@code sh:closed} would shut those out as
 * well.)
 */
final class TermCheck {

    private static final Node TYPE = RDF.type.asNode();
    private static final Node DOMAIN = NodeFactory.createURI("https://schema.org/domainIncludes");

    /** Classes of what an entry is made of. */
    private static final Set<Node> PARTS = Set.of(SF.Key.asNode(), SF.Difference.asNode());

    private final Set<Node> classes = new HashSet<>();
    private final Map<Node, Set<Node>> domains = new HashMap<>();

    TermCheck(String version) {
        Graph vocabulary = Ontology.vocabulary(version);
        vocabulary
                .find(Node.ANY, TYPE, OWL.Class.asNode())
                .forEachRemaining(triple -> classes.add(triple.getSubject()));
        vocabulary
                .find(Node.ANY, DOMAIN, Node.ANY)
                .forEachRemaining(triple ->
                        domains.computeIfAbsent(triple.getSubject(), key -> new HashSet<>())
                                .add(triple.getObject()));
    }

    List<Violation> check(EntryIri entry, Graph data) {
        List<Violation> findings = new ArrayList<>();
        Node subject = NodeFactory.createURI(entry.value());
        Node kind = NodeFactory.createURI(entry.kind().classIri());
        if (!data.contains(subject, TYPE, kind)) {
            findings.add(Rules.WRONG_TYPE.broken(entry.value(), RDF.type.getURI(), null));
        }
        data.find()
                .forEachRemaining(triple -> {
                    if (triple.predicateMatches(TYPE)) {
                        checkClass(triple, subject, kind, findings);
                    } else if (triple.getPredicate().getURI().startsWith(SF.NS)) {
                        checkProperty(triple, subject, kind, findings);
                    }
                });
        return findings;
    }

    private void checkClass(Triple triple, Node entry, Node kind, List<Violation> findings) {
        Node type = triple.getObject();
        if (!type.isURI() || !type.getURI().startsWith(SF.NS)) {
            return;
        }
        boolean ofEntry = triple.subjectMatches(entry);
        if (!classes.contains(type)) {
            findings.add(finding(Rules.UNKNOWN_TERM, triple, type.getURI()));
        } else if (ofEntry ? !type.equals(kind) : !PARTS.contains(type)) {
            findings.add(finding(Rules.WRONG_TYPE, triple, type.getURI()));
        }
    }

    private void checkProperty(Triple triple, Node entry, Node kind, List<Violation> findings) {
        Set<Node> domain = domains.get(triple.getPredicate());
        if (domain == null) {
            findings.add(finding(Rules.UNKNOWN_TERM, triple, text(triple.getObject())));
        } else if (!fits(domain, triple.subjectMatches(entry), kind)) {
            findings.add(finding(Rules.WRONG_KIND, triple, text(triple.getObject())));
        }
    }

    private static boolean fits(Set<Node> domain, boolean ofEntry, Node kind) {
        return ofEntry
                ? domain.contains(kind) || domain.contains(SF.Entry.asNode())
                : PARTS.stream().anyMatch(domain::contains);
    }

    private static Violation finding(Rule rule, Triple triple, String value) {
        return rule.broken(triple.getSubject().toString(), triple.getPredicate().getURI(), value);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
