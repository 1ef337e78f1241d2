package org.silofri.connectors.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A package's JSON as RDF, key by key: the package is {@link #PACKAGE}, a key {@code k} the
 * property {@code https://w3id.org/silofri/ckan#k}, an object a blank node, a list several values.
 * Empty texts and nulls are left out.
 */
final class CkanRdf {

    static final String NAMESPACE = "https://w3id.org/silofri/ckan#";
    static final Node PACKAGE = NodeFactory.createURI("urn:ckan:package");

    private CkanRdf() {}

    static Graph of(JsonNode json) {
        Graph graph = GraphFactory.createDefaultGraph();
        object(graph, PACKAGE, json);
        return graph;
    }

    private static void object(Graph graph, Node subject, JsonNode json) {
        json.properties()
                .forEach(
                        field -> value(graph, subject, property(field.getKey()), field.getValue()));
    }

    /** The depth is bounded by the JSON reader. */
    private static void value(Graph graph, Node subject, Node property, JsonNode json) {
        switch (json.getNodeType()) {
            case ARRAY -> json.forEach(item -> value(graph, subject, property, item));
            case OBJECT -> {
                Node node = NodeFactory.createBlankNode();
                graph.add(subject, property, node);
                object(graph, node, json);
            }
            case STRING -> {
                String text = Normalizer.normalize(json.asText().strip(), Normalizer.Form.NFC);
                if (!text.isEmpty()) {
                    graph.add(subject, property, NodeFactory.createLiteralString(text));
                }
            }
            case NUMBER ->
                    graph.add(
                            subject,
                            property,
                            NodeFactory.createLiteralDT(
                                    json.decimalValue().toPlainString(), XSDDatatype.XSDdecimal));
            case BOOLEAN ->
                    graph.add(
                            subject,
                            property,
                            NodeFactory.createLiteralDT(json.asText(), XSDDatatype.XSDboolean));
            case BINARY, MISSING, NULL, POJO -> {
                // nothing to say
            }
        }
    }

    private static Node property(String key) {
        return NodeFactory.createURI(
                NAMESPACE + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
