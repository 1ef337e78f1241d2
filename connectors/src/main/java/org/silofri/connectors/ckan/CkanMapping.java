package org.silofri.connectors.ckan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.Candidate;

/**
 * A CONSTRUCT query that makes an entry of a package, or nothing when the package is not meant. It
 * describes {@code <urn:silofri:new>} and is given {@code ?language} and {@code ?portal}. See
 * docs/ckan.md; the default is {@code showcase.rq}.
 */
final class CkanMapping {

    private static final Node ENTRY = NodeFactory.createURI(Candidate.NEW);

    private final Query query;
    private final CkanSource source;

    private CkanMapping(Query query, CkanSource source) {
        this.query = query;
        this.source = source;
    }

    /**
     * Checks the source's query.
     *
     * @throws IllegalArgumentException if it is no CONSTRUCT query, or asks another service
     */
    static CkanMapping of(CkanSource source) {
        Query query;
        try {
            query = QueryFactory.create(source.mapping());
        } catch (QueryException e) {
            throw new IllegalArgumentException(
                    "Mapping of %s is no SPARQL query: %s".formatted(source.name(), e.getMessage()),
                    e);
        }
        if (!query.isConstructType() || query.isConstructQuad() || query.hasDatasetDescription()) {
            throw new IllegalArgumentException(
                    "Mapping of %s is not a plain CONSTRUCT query without FROM"
                            .formatted(source.name()));
        }
        return new CkanMapping(query, source);
    }

    /** The text of the mapping that is shipped. */
    static String shipped() {
        try (InputStream in = CkanMapping.class.getResourceAsStream("showcase.rq")) {
            if (in == null) {
                throw new IllegalStateException("showcase.rq is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The candidate that a package is; empty when the mapping makes nothing or no known kind. */
    Optional<Candidate> candidate(CkanPackage item) {
        Graph made = GraphFactory.createDefaultGraph();
        try (QueryExec exec =
                QueryExec.graph(CkanRdf.of(item.json()))
                        .query(query)
                        .substitution(
                                "language", NodeFactory.createLiteralString(source.language()))
                        .substitution("portal", NodeFactory.createURI(source.portal().toString()))
                        .set(ARQ.httpServiceAllowed, false)
                        .build()) {
            exec.construct(made);
        }
        String origin = "package %s of %s".formatted(item.id(), source.portal());
        return kind(made)
                .map(kind -> new Candidate(source.city(), kind, "ckan-" + item.id(), made, origin));
    }

    private static Optional<EntryKind> kind(Graph made) {
        List<Triple> types = made.find(ENTRY, RDF.type.asNode(), Node.ANY).toList();
        return types.stream()
                .map(Triple::getObject)
                .filter(Node::isURI)
                .flatMap(type -> EntryKind.ofClass(type.getURI()).stream())
                .findFirst();
    }
}
