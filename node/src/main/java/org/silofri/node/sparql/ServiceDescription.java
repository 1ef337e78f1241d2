package org.silofri.node.sparql;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.RDF;
import org.silofri.node.identity.NodeSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What the endpoint offers, for programs.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 */
@Component
class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private final NodeSettings settings;

    ServiceDescription(NodeSettings settings) {
        this.settings = settings;
    }

    /** The description in the form that the caller likes best; empty if it accepts none. */
    Optional<ResponseEntity<byte[]>> answer(String accept) {
        return ResultForm.choose(accept, "", false).map(this::answer);
    }

    private ResponseEntity<byte[]> answer(ResultForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, model(), (RDFFormat) form.format());
        return ResponseEntity.ok()
                .contentType(form.type())
                .varyBy(HttpHeaders.ACCEPT)
                .body(out.toByteArray());
    }

    private Model model() {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        String endpoint = settings.url() + "/sparql";
        Resource service = model.createResource(endpoint + "#service", term(model, "Service"));
        service.addProperty(model.createProperty(SD, "endpoint"), model.createResource(endpoint));
        service.addProperty(
                model.createProperty(SD, "supportedLanguage"), term(model, "SPARQL11Query"));
        for (String format :
                new String[] {
                    "SPARQL_Results_JSON",
                    "SPARQL_Results_XML",
                    "SPARQL_Results_CSV",
                    "SPARQL_Results_TSV",
                    "Turtle",
                    "N-Triples",
                    "JSON-LD",
                    "RDF_XML"
                }) {
            service.addProperty(
                    model.createProperty(SD, "resultFormat"),
                    model.createResource(FORMATS + format));
        }
        Resource dataset = model.createResource(endpoint + "#dataset", term(model, "Dataset"));
        Resource union = model.createResource(endpoint + "#default", term(model, "Graph"));
        service.addProperty(model.createProperty(SD, "defaultDataset"), dataset);
        dataset.addProperty(model.createProperty(SD, "defaultGraph"), union);
        union.addProperty(RDF.type, term(model, "Graph"));
        return model;
    }

    private static Resource term(Model model, String name) {
        return model.createResource(SD + name);
    }
}
