package org.silofri.catalogue.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * An entry as its page shows it; independent of the store.
 *
 * @param graph all triples about the entry and its fragments; empty when withdrawn or erased
 * @param provenance where they come from
 * @param incoming entries of any city that point at this one, at most 500
 */
public record EntryRecord(
        EntryIri iri, Graph graph, Provenance provenance, List<IncomingLink> incoming) {

    public EntryRecord {
        incoming = List.copyOf(incoming);
    }

    /**
     * A link from another entry.
     *
     * @param from the entry that says so
     * @param property IRI of the link, for example {@code …/ns#addresses}
     */
    public record IncomingLink(EntrySummary from, String property) {}

    /**
     * Whether the entry holds; otherwise {@link Provenance#invalidatedAt()} tells since when not.
     */
    public boolean isLive() {
        return provenance.invalidatedAt().isEmpty();
    }

    /** What the entry is about. */
    public EntryKind kind() {
        return iri.kind();
    }

    /** By language. */
    public Map<String, String> title() {
        return texts(DCTerms.title.asNode());
    }

    /** By language; may be empty. */
    public Map<String, String> description() {
        return texts(DCTerms.description.asNode());
    }

    /** Texts of the entry itself by language. */
    public Map<String, String> texts(Node property) {
        var texts = new TreeMap<String, String>();
        for (Node value : values(property)) {
            if (value.isLiteral()) {
                texts.put(value.getLiteralLanguage(), value.getLiteralLexicalForm());
            }
        }
        return texts;
    }

    /** Values of the entry itself, sorted. */
    public List<Node> values(Node property) {
        return values(NodeFactory.createURI(iri.value()), property);
    }

    /** Values of the entry or of one of its fragments, sorted. */
    public List<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }
}
