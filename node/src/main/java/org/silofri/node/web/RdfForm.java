package org.silofri.node.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.silofri.catalogue.negotiation.Accept;
import org.springframework.http.MediaType;

/** Forms in which RDF goes out; the first one is the form for who does not care. */
enum RdfForm {
    TURTLE(RdfForm.TURTLE_TYPE, "ttl"),
    JSON_LD(RdfForm.JSON_LD_TYPE, "jsonld"),
    N_TRIPLES(RdfForm.N_TRIPLES_TYPE, "nt"),
    RDF_XML(RdfForm.RDF_XML_TYPE, "rdf");

    static final String TURTLE_TYPE = "text/turtle";
    static final String JSON_LD_TYPE = "application/ld+json";
    static final String N_TRIPLES_TYPE = "application/n-triples";
    static final String RDF_XML_TYPE = "application/rdf+xml";

    private final String type;
    private final String ending;

    RdfForm(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The form that the caller likes best; empty if it accepts none. */
    static Optional<RdfForm> accepted(String accept) {
        return Accept.of(accept).best(types()).flatMap(RdfForm::ofType);
    }

    static Optional<RdfForm> ofType(String type) {
        return Arrays.stream(values()).filter(form -> form.type.equals(type)).findFirst();
    }

    static Optional<RdfForm> ofEnding(String ending) {
        return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
    }

    static List<String> types() {
        return Arrays.stream(values()).map(form -> form.type).toList();
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(type + ";charset=utf-8");
    }

    private RDFFormat format() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD11;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case RDF_XML -> RDFFormat.RDFXML;
        };
    }

    byte[] write(Graph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, format());
        return out.toByteArray();
    }
}
