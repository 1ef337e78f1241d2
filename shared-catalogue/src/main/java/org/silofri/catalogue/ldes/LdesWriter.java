package org.silofri.catalogue.ldes;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.catalogue.log.Pages;

/**
 * Writes feed pages as a Linked Data Event Stream, so that any LDES client can follow a city:
 * members are versions of entries; withdrawn entries are members of type {@code as:Delete}. What is
 * quarantined, pending, erased or abandoned is no member. Without blank nodes.
 *
 * @see <a href="https://w3id.org/ldes/specification">Linked Data Event Streams</a>
 */
public final class LdesWriter {

    private static final String LDES = "https://w3id.org/ldes#";
    private static final String TREE = "https://w3id.org/tree#";
    private static final Node VIEW = NodeFactory.createURI(TREE + "view");
    private static final Node RELATION = NodeFactory.createURI(TREE + "relation");

    private LdesWriter() {}

    /**
     * Writes the page.
     *
     * @param node address of the node that serves it, without a slash at the end
     * @param form Turtle, JSON-LD, N-Triples or RDF/XML
     */
    public static byte[] write(FeedPage page, URI node, Lang form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, graph(page, node), form);
        return bytes.toByteArray();
    }

    /** The page's triples, see {@link #write}. */
    public static Graph graph(FeedPage page, URI node) {
        Graph graph = GraphFactory.createDefaultGraph();
        prefixes(graph);
        Node stream = iri(node, FeedPath.feed(page.page().city()));
        Node here = iri(node, FeedPath.of(page.page()));
        stream(graph, stream, iri(node, FeedPath.page(page.page().city(), 1, 1)));
        graph.add(here, RDF.type.asNode(), NodeFactory.createURI(TREE + "Node"));
        graph.add(here, DCTerms.isPartOf.asNode(), stream);
        page.next().ifPresent(next -> relation(graph, here, page.page(), next, node));
        for (LoggedVersion version : page.events()) {
            if (version.state() == LoggedVersion.State.ACCEPTED) {
                LdesMember.add(graph, stream, version.event());
            }
        }
        return graph;
    }

    private static void stream(Graph graph, Node stream, Node root) {
        graph.add(stream, RDF.type.asNode(), NodeFactory.createURI(LDES + "EventStream"));
        graph.add(stream, VIEW, root);
        ldes(graph, stream, "versionOfPath", LdesMember.VERSION_OF);
        ldes(graph, stream, "timestampPath", LdesMember.TIME);
        ldes(graph, stream, "sequencePath", LdesMember.SEQ);
        ldes(graph, stream, "versionDeletePath", RDF.type.asNode());
        ldes(graph, stream, "versionDeleteObject", LdesMember.DELETE);
    }

    private static void relation(
            Graph graph, Node here, Pages.Page page, Pages.Page next, URI node) {
        Node relation = NodeFactory.createURI(here.getURI() + "#next");
        boolean sameEpoch = page.epoch() == next.epoch();
        graph.add(here, RELATION, relation);
        graph.add(relation, tree("node"), iri(node, FeedPath.of(next)));
        graph.add(
                relation,
                RDF.type.asNode(),
                tree(sameEpoch ? "GreaterThanOrEqualToRelation" : "Relation"));
        if (sameEpoch) {
            graph.add(relation, tree("path"), LdesMember.SEQ);
            graph.add(
                    relation,
                    tree("value"),
                    NodeFactory.createLiteralDT(
                            Long.toString(next.firstSeq()), XSDDatatype.XSDinteger));
        }
    }

    private static void ldes(Graph graph, Node stream, String property, Node value) {
        graph.add(stream, NodeFactory.createURI(LDES + property), value);
    }

    private static Node tree(String name) {
        return NodeFactory.createURI(TREE + name);
    }

    private static Node iri(URI node, String path) {
        return NodeFactory.createURI(node + path);
    }

    private static void prefixes(Graph graph) {
        graph.getPrefixMapping()
                .setNsPrefix("ldes", LDES)
                .setNsPrefix("tree", TREE)
                .setNsPrefix("sf", LdesMember.SF)
                .setNsPrefix("prov", LdesMember.PROV)
                .setNsPrefix("dcterms", DCTerms.NS)
                .setNsPrefix("as", "https://www.w3.org/ns/activitystreams#")
                .setNsPrefix("schema", "https://schema.org/")
                .setNsPrefix("xsd", XSDDatatype.XSD + "#");
    }
}
