package org.silofri.catalogue.graph;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.projection.EntryState;
import org.silofri.ontology.SF;

/** Writes and reads provenance graphs. */
final class ProvenanceTriples {

    static final Node CITY = SF.cityId.asNode();
    static final Node EPOCH = SF.epoch.asNode();
    static final Node SEQ = SF.seq.asNode();
    static final Node TIME = SF.eventTime.asNode();
    private static final Node HASH = SF.eventHash.asNode();
    private static final Node KID = SF.kid.asNode();
    private static final Node REASON = SF.withdrawalReason.asNode();
    private static final Node LICENCE = DCTerms.license.asNode();
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node ATTRIBUTED = NodeFactory.createURI(PROV + "wasAttributedTo");
    private static final Node INVALIDATED = NodeFactory.createURI(PROV + "invalidatedAtTime");

    private ProvenanceTriples() {}

    /**
     * The provenance of a state.
     *
     * @param content the entry's triples; empty unless it is live
     */
    static Set<Triple> of(EntryState state, Set<Triple> content) {
        Node entry = NodeFactory.createURI(state.entry().value());
        var triples = new LinkedHashSet<Triple>();
        Node base = NodeFactory.createURI(state.entry().base());
        triples.add(Triple.create(entry, ATTRIBUTED, base));
        triples.add(Triple.create(entry, CITY, text(state.city().value())));
        triples.add(Triple.create(entry, EPOCH, number(state.position().epoch())));
        triples.add(Triple.create(entry, SEQ, number(state.position().seq())));
        switch (state) {
            case EntryState.Live(var event) -> {
                addHeader(triples, entry, event.header());
                content.stream()
                        .filter(triple -> triple.getSubject().equals(entry))
                        .filter(triple -> triple.getPredicate().equals(LICENCE))
                        .forEach(triples::add);
            }
            case EntryState.Withdrawn(var event) -> {
                addHeader(triples, entry, event.header());
                triples.add(Triple.create(entry, INVALIDATED, time(event.time())));
                event.reason()
                        .forEach((lang, text) ->
                                triples.add(
                                        Triple.create(
                                                entry,
                                                REASON,
                                                NodeFactory.createLiteralLang(text, lang))));
            }
            case EntryState.Erased(var event) -> {
                triples.add(Triple.create(entry, HASH, text(event.erasure().hash())));
                triples.add(Triple.create(entry, INVALIDATED, time(event.header().time())));
            }
        }
        return triples;
    }

    private static void addHeader(Set<Triple> triples, Node entry, EventHeader header) {
        triples.add(Triple.create(entry, TIME, time(header.time())));
        triples.add(Triple.create(entry, HASH, text(header.hash())));
        triples.add(Triple.create(entry, KID, text(header.kid())));
    }

    /** Reads a provenance graph; empty when the graph is. */
    static Optional<Provenance> read(Graph graph, EntryIri iri) {
        Node entry = NodeFactory.createURI(iri.value());
        return object(graph, entry, CITY)
                .map(city ->
                        new Provenance(
                                new CityId(city.getLiteralLexicalForm()),
                                position(graph, entry),
                                text(graph, entry, HASH).orElseThrow(),
                                text(graph, entry, KID),
                                text(graph, entry, TIME).map(ProvenanceTriples::instant),
                                object(graph, entry, LICENCE).map(Node::toString),
                                text(graph, entry, INVALIDATED).map(ProvenanceTriples::instant),
                                reasons(graph, entry)));
    }

    /** The entry that a quad of a provenance graph is about; empty for other graphs' quads. */
    static Optional<EntryIri> about(Quad quad) {
        return EntryIri.parse(quad.getSubject().toString())
                .filter(entry -> quad.getGraph().hasURI(entry.provenanceGraph()));
    }

    /** What a provenance graph says that is held of an entry. */
    static Optional<EntryState.Held> held(Graph graph, EntryIri iri) {
        return read(graph, iri)
                .map(known -> new EntryState.Held(known.position(), known.kid().isEmpty()));
    }

    private static Position position(Graph graph, Node entry) {
        return new Position(
                Long.parseLong(text(graph, entry, EPOCH).orElseThrow()),
                Long.parseLong(text(graph, entry, SEQ).orElseThrow()));
    }

    private static Map<String, String> reasons(Graph graph, Node entry) {
        var reasons = new TreeMap<String, String>();
        graph.find(entry, REASON, Node.ANY)
                .forEachRemaining(triple ->
                        reasons.put(
                                triple.getObject().getLiteralLanguage(),
                                triple.getObject().getLiteralLexicalForm()));
        return reasons;
    }

    private static Optional<Node> object(Graph graph, Node entry, Node property) {
        return graph.find(entry, property, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .findFirst();
    }

    private static Optional<String> text(Graph graph, Node entry, Node property) {
        return object(graph, entry, property).map(Node::getLiteralLexicalForm);
    }

    private static Instant instant(String lexicalForm) {
        return OffsetDateTime.parse(lexicalForm).toInstant();
    }

    private static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralByValue(BigInteger.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node time(Instant value) {
        return NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDdateTime);
    }
}
