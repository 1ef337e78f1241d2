package org.silofri.node.intake;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.Candidate;

/** What a graph from outside says which entry it describes. */
final class Subjects {

    private Subjects() {}

    /**
     * The one entry that the graph describes, without fragment.
     *
     * @return {@link Candidate#NEW}, an IRI, or empty when there are none or several
     */
    static Optional<String> entry(Graph graph) {
        Set<String> found = new TreeSet<>();
        graph.find()
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEachRemaining(subject -> found.add(withoutFragment(subject.getURI())));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The kind that the entry says it is. */
    static Optional<EntryKind> kind(Graph graph, String entry) {
        return graph
                .find(NodeFactory.createURI(entry), RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(type -> EntryKind.ofClass(type.getURI()))
                .filterKeep(Optional::isPresent)
                .mapWith(Optional::get)
                .toList()
                .stream()
                .findFirst();
    }

    /** The same graph with the minted IRI wherever {@link Candidate#NEW} stood. */
    static Graph named(Graph graph, EntryIri entry) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple ->
                        named.add(
                                named(triple.getSubject(), entry),
                                triple.getPredicate(),
                                named(triple.getObject(), entry)));
        return named;
    }

    private static Node named(Node node, EntryIri entry) {
        if (!node.isURI() || !withoutFragment(node.getURI()).equals(Candidate.NEW)) {
            return node;
        }
        return NodeFactory.createURI(
                entry.value() + node.getURI().substring(Candidate.NEW.length()));
    }

    private static String withoutFragment(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? iri : iri.substring(0, hash);
    }
}
