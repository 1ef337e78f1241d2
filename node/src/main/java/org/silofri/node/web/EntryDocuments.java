package org.silofri.node.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.projection.Projections;
import org.silofri.ontology.SF;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Entries as RDF: an IRI answers 303 to its document, the document comes in the form that is asked
 * for by Accept or by its ending (Cool URIs for the Semantic Web; HTML is {@code EntryPage}'s).
 */
@RestController
class EntryDocuments {

    private static final Node INVALIDATED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");

    private final NodeSettings settings;
    private final Projections projections;

    EntryDocuments(NodeSettings settings, Projections projections) {
        this.settings = settings;
        this.projections = projections;
    }

    /** From the name of a thing to the document about it. */
    @GetMapping({"/id/{kind}/{key}", "/c/{city}/id/{kind}/{key}"})
    ResponseEntity<?> name(
            @PathVariable Optional<String> city,
            @PathVariable String kind,
            @PathVariable String key) {
        if (own(city, kind, key).isEmpty()) {
            throw unknown();
        }
        String prefix = city.map(id -> "/c/" + id).orElse("");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("%s/doc/%s/%s".formatted(prefix, kind, key)))
                .varyBy(HttpHeaders.ACCEPT)
                .build();
    }

    /** The document, form by Accept. */
    @GetMapping(
            path = {"/doc/{kind}/{key}", "/c/{city}/doc/{kind}/{key}"},
            produces = {
                RdfForm.TURTLE_TYPE,
                RdfForm.JSON_LD_TYPE,
                RdfForm.N_TRIPLES_TYPE,
                RdfForm.RDF_XML_TYPE
            })
    ResponseEntity<?> document(
            @PathVariable Optional<String> city,
            @PathVariable String kind,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            WebRequest request) {
        return accepted(own(city, kind, key), accept, request);
    }

    /** The document, form by its ending. */
    @GetMapping({
        "/doc/{kind}/{key}.{ending:ttl|jsonld|nt|rdf}",
        "/c/{city}/doc/{kind}/{key}.{ending:ttl|jsonld|nt|rdf}"
    })
    ResponseEntity<?> file(
            @PathVariable Optional<String> city,
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable String ending,
            WebRequest request) {
        return answer(
                own(city, kind, key), RdfForm.ofEnding(ending).orElse(RdfForm.TURTLE), request);
    }

    /** Any city's entry as this node holds it. */
    @GetMapping(
            path = "/entry",
            produces = {
                RdfForm.TURTLE_TYPE,
                RdfForm.JSON_LD_TYPE,
                RdfForm.N_TRIPLES_TYPE,
                RdfForm.RDF_XML_TYPE
            })
    ResponseEntity<?> entry(
            @RequestParam String iri,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            WebRequest request) {
        return accepted(EntryIri.parse(iri), accept, request);
    }

    /** Any city's entry, form by name. */
    @GetMapping(path = "/entry", params = "format")
    ResponseEntity<?> entryAs(
            @RequestParam String iri, @RequestParam String format, WebRequest request) {
        return RdfForm.ofEnding(format)
                .<ResponseEntity<?>>map(form -> answer(EntryIri.parse(iri), form, request))
                .orElseGet(() ->
                        problem(HttpStatus.NOT_ACCEPTABLE, "Formats are ttl, jsonld, nt and rdf"));
    }

    private Optional<EntryIri> own(Optional<String> city, String kind, String key) {
        if (city.isPresent() && !CityId.isValid(city.get())) {
            return Optional.empty();
        }
        String base = settings.url() + city.map(id -> "/c/" + id).orElse("");
        return EntryIri.parse("%s/id/%s/%s".formatted(base, kind, key));
    }

    /** What the store holds of an entry; version is empty when it has never been here. */
    private record Held(Optional<Position> version, Graph graph, Map<String, String> withdrawn) {}

    private ResponseEntity<?> accepted(Optional<EntryIri> iri, String accept, WebRequest request) {
        return RdfForm.accepted(accept)
                .<ResponseEntity<?>>map(form -> answer(iri, form, request))
                .orElseGet(() ->
                        problem(
                                HttpStatus.NOT_ACCEPTABLE,
                                "An entry comes as text/html, "
                                        + String.join(", ", RdfForm.types())));
    }

    private ResponseEntity<?> answer(Optional<EntryIri> iri, RdfForm form, WebRequest request) {
        if (iri.isEmpty()) {
            throw unknown();
        }
        Held held = projections.readGraph((store, positions) -> held(store, iri.get()));
        if (held.version().isEmpty()) {
            throw unknown();
        }
        if (!held.withdrawn().isEmpty()) {
            ProblemDetail gone =
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.GONE, "The entry was withdrawn; \"reason\" says why");
            gone.setProperty("reason", held.withdrawn());
            return ResponseEntity.status(HttpStatus.GONE)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(gone);
        }
        String etag = EntryVersion.etag(held.version().get());
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .contentType(form.mediaType())
                .varyBy(HttpHeaders.ACCEPT)
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .header("Access-Control-Allow-Origin", "*")
                .header("Link", "<%s>; rel=\"describes\"".formatted(iri.get()))
                .body(form.write(held.graph()));
    }

    private static Held held(DatasetGraph store, EntryIri iri) {
        Node entry = NodeFactory.createURI(iri.value());
        Graph provenance = store.getGraph(NodeFactory.createURI(iri.provenanceGraph()));
        Graph copy = GraphFactory.createDefaultGraph();
        store.getGraph(entry).find().forEachRemaining(copy::add);
        copy.getPrefixMapping()
                .setNsPrefix("sf", SF.NS)
                .setNsPrefix("dcterms", DCTerms.NS)
                .setNsPrefix("schema", "https://schema.org/")
                .setNsPrefix("prov", "http://www.w3.org/ns/prov#");
        Map<String, String> reasons = new HashMap<>();
        if (provenance.contains(entry, INVALIDATED, Node.ANY)) {
            provenance
                    .find(entry, SF.withdrawalReason.asNode(), Node.ANY)
                    .forEachRemaining(triple ->
                            reasons.put(
                                    triple.getObject().getLiteralLanguage(),
                                    triple.getObject().getLiteralLexicalForm()));
        }
        return new Held(version(provenance, entry), copy, reasons);
    }

    private static Optional<Position> version(Graph provenance, Node entry) {
        List<Node> epoch = objects(provenance, entry, SF.epoch.asNode());
        List<Node> seq = objects(provenance, entry, SF.seq.asNode());
        return epoch.isEmpty() || seq.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Position(
                                Long.parseLong(epoch.getFirst().getLiteralLexicalForm()),
                                Long.parseLong(seq.getFirst().getLiteralLexicalForm())));
    }

    private static List<Node> objects(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).mapWith(t -> t.getObject()).toList();
    }

    /** A page for who asked for one, Problem Details for others. */
    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "This node holds no such entry; search for it, or ask the city's own node");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
