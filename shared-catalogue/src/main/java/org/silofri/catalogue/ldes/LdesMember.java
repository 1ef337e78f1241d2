package org.silofri.catalogue.ldes;

import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.SignedEvent;

/** One version of an entry as a member of a Linked Data Event Stream. */
final class LdesMember {

    static final String SF = "https://w3id.org/silofri/ns#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final Node VERSION_OF = DCTerms.isVersionOf.asNode();
    static final Node TIME = NodeFactory.createURI(PROV + "generatedAtTime");
    static final Node SEQ = NodeFactory.createURI(SF + "seq");
    static final Node DELETE =
            NodeFactory.createURI("https://www.w3.org/ns/activitystreams#Delete");

    private static final Node MEMBER = NodeFactory.createURI("https://w3id.org/tree#member");
    private static final Node EPOCH = NodeFactory.createURI(SF + "epoch");
    private static final Node REASON = NodeFactory.createURI(SF + "withdrawalReason");
    private static final Node INVALIDATED = NodeFactory.createURI(PROV + "invalidatedAtTime");

    private final Graph graph;
    private final EntryIri entry;
    private final String version;

    private LdesMember(Graph graph, EntryIri entry, EventHeader header) {
        this.graph = graph;
        this.entry = entry;
        this.version = entry.version(header.position().epoch(), header.position().seq());
    }

    /** Adds what the event says of an entry; other events are no members. */
    static void add(Graph graph, Node stream, SignedEvent event) {
        if (!(CatalogueEvent.decode(event) instanceof Decoded.Sound(CatalogueEvent said))) {
            return;
        }
        switch (said) {
            case CatalogueEvent.Published published -> {
                LdesMember member = new LdesMember(graph, published.entry(), said.header());
                member.describe(stream, said.header());
                published.snapshot().graph().find().forEachRemaining(member::copy);
            }
            case CatalogueEvent.Withdrawn withdrawn -> {
                LdesMember member = new LdesMember(graph, withdrawn.entry(), said.header());
                member.describe(stream, said.header());
                member.delete(withdrawn);
            }
            case CatalogueEvent.PayloadErased erased -> {}
            case CatalogueEvent.KeyChanged changed -> {}
            case CatalogueEvent.EpochStarted started -> {}
        }
    }

    private void describe(Node stream, EventHeader header) {
        graph.add(stream, MEMBER, subject());
        graph.add(subject(), VERSION_OF, NodeFactory.createURI(entry.value()));
        graph.add(subject(), TIME, dateTime(header.time()));
        graph.add(subject(), EPOCH, integer(header.position().epoch()));
        graph.add(subject(), SEQ, integer(header.position().seq()));
    }

    private void delete(CatalogueEvent.Withdrawn withdrawn) {
        graph.add(subject(), RDF.type.asNode(), DELETE);
        graph.add(subject(), INVALIDATED, dateTime(withdrawn.time()));
        withdrawn
                .reason()
                .forEach((language, text) ->
                        graph.add(
                                subject(), REASON, NodeFactory.createLiteralLang(text, language)));
    }

    /** Triples of an entry are about it or its fragments; here they are about the version. */
    private void copy(Triple triple) {
        graph.add(
                versioned(triple.getSubject()),
                triple.getPredicate(),
                versioned(triple.getObject()));
    }

    private Node versioned(Node node) {
        if (!node.isURI()) {
            return node;
        }
        String iri = node.getURI();
        boolean own = iri.equals(entry.value()) || iri.startsWith(entry.value() + "#");
        return own ? NodeFactory.createURI(version + iri.substring(entry.value().length())) : node;
    }

    private Node subject() {
        return NodeFactory.createURI(version);
    }

    private static Node dateTime(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
