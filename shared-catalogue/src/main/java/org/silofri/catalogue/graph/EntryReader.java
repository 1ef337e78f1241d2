package org.silofri.catalogue.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord.IncomingLink;
import org.silofri.ontology.SF;

/** Reads single entries within the transaction at hand. */
final class EntryReader {

    private static final int MOST_INCOMING = 500;

    private EntryReader() {}

    static Optional<EntryRecord> entry(DatasetGraph dataset, EntryIri iri) {
        Graph graph = GraphFactory.createGraphMem();
        dataset.getGraph(node(iri)).find().forEachRemaining(graph::add);
        return provenance(dataset, iri)
                .map(known -> new EntryRecord(iri, graph, known, incoming(dataset, iri)));
    }

    private static Optional<Provenance> provenance(DatasetGraph dataset, EntryIri iri) {
        Node name = NodeFactory.createURI(iri.provenanceGraph());
        return ProvenanceTriples.read(dataset.getGraph(name), iri);
    }

    private static List<IncomingLink> incoming(DatasetGraph dataset, EntryIri iri) {
        var incoming = new ArrayList<IncomingLink>();
        List<Triple> links = dataset.getDefaultGraph().find(Node.ANY, Node.ANY, node(iri)).toList();
        for (Triple link : links) {
            if (incoming.size() < MOST_INCOMING) {
                entryOf(link.getSubject())
                        .filter(from -> !from.equals(iri))
                        .flatMap(from -> summary(dataset, from))
                        .map(from -> new IncomingLink(from, link.getPredicate().getURI()))
                        .ifPresent(incoming::add);
            }
        }
        incoming.sort((a, b) -> {
            int order = a.property().compareTo(b.property());
            return order != 0 ? order : a.from().iri().compareTo(b.from().iri());
        });
        return incoming;
    }

    /** The entry that a subject belongs to: itself or what it is a fragment of. */
    private static Optional<EntryIri> entryOf(Node subject) {
        String iri = subject.isURI() ? subject.getURI() : "";
        int fragment = iri.indexOf('#');
        return EntryIri.parse(fragment < 0 ? iri : iri.substring(0, fragment));
    }

    /** What a list shows of an entry; empty unless it is live. */
    static Optional<EntrySummary> summary(DatasetGraph dataset, EntryIri iri) {
        return provenance(dataset, iri)
                .filter(known -> known.invalidatedAt().isEmpty())
                .map(known -> summary(dataset.getGraph(node(iri)), iri, known));
    }

    private static EntrySummary summary(Graph graph, EntryIri iri, Provenance provenance) {
        var titles = new TreeMap<String, String>();
        for (Node title : objects(graph, iri, DCTerms.title.asNode())) {
            titles.put(title.getLiteralLanguage(), title.getLiteralLexicalForm());
        }
        return new EntrySummary(
                iri,
                iri.kind(),
                provenance.city(),
                titles,
                provenance.time().orElseThrow(),
                notation(graph, iri, SF.verdict.asNode()),
                notation(graph, iri, SF.rung.asNode()),
                objects(graph, iri, DCTerms.subject.asNode()).stream()
                        .map(EntryReader::notation)
                        .sorted()
                        .toList());
    }

    private static @Nullable String notation(Graph graph, EntryIri iri, Node property) {
        return objects(graph, iri, property).stream()
                .map(EntryReader::notation)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** Last part of a concept's IRI. */
    static String notation(Node concept) {
        String iri = concept.toString();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static List<Node> objects(Graph graph, EntryIri iri, Node property) {
        return graph.find(node(iri), property, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .toList();
    }

    private static Node node(EntryIri iri) {
        return NodeFactory.createURI(iri.value());
    }
}
