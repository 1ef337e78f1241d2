package org.silofri.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class ContextTest {

    @Test
    void readsShortJsonAsTheSameGraphAsTurtle() {
        assertThat(parse(withContext(read("entry.json")), Lang.JSONLD))
                .matches(graph -> graph.isIsomorphicWith(turtle()), "same graph as entry.ttl");
    }

    @Test
    void survivesCompactionByTheContext() throws JsonLdError {
        String full = RDFWriter.source(turtle()).format(RDFFormat.JSONLD11_PLAIN).asString();

        String compact =
                JsonLd.compact(document(full), document(Ontology.context())).get().toString();

        assertThat(compact).contains("\"theme\":[\"", "\"verdict\":\"disproved\"", "\"title\":{\"");
        assertThat(parse(compact, Lang.JSONLD))
                .matches(graph -> graph.isIsomorphicWith(turtle()), "same graph as entry.ttl");
    }

    @Test
    void hasAWordForEachTermThatAPublisherWrites() {
        assertThat(VocabularyTest.terms())
                .filteredOn(iri -> !isWrittenByNodesOnly(iri))
                .allSatisfy(iri ->
                        assertThat(Ontology.context())
                                .contains("\"sf:" + iri.substring(SF.NS.length()) + "\""));
    }

    private static boolean isWrittenByNodesOnly(String iri) {
        var term = Ontology.vocabulary().getResource(iri);
        var domain = Ontology.vocabulary().getProperty("https://schema.org/domainIncludes");
        return iri.equals(SF.Provenance.getURI())
                || (!term.hasProperty(RDF.type, OWL.Class)
                        && term.listProperties(domain).toList().stream()
                                .allMatch(s -> s.getObject().equals(SF.Provenance)));
    }

    private static JsonDocument document(String json) throws JsonLdError {
        return JsonDocument.of(new StringReader(json));
    }

    private static String withContext(String json) {
        String context = Ontology.context().strip();
        return context.substring(0, context.length() - 1) + "," + json.strip().substring(1);
    }

    private static Graph turtle() {
        return parse(read("entry.ttl"), Lang.TURTLE);
    }

    private static Graph parse(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(ContextTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
