package org.silofri.node.web.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.ontology.Ontology;
import org.silofri.ontology.SF;

/** The forms have what the ontology gives a kind, and demand what the shapes demand. */
class FieldsTest {

    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final Node DOMAIN = uri("https://schema.org/domainIncludes");
    private static final Node RANGE = uri("https://schema.org/rangeIncludes");

    /**
     * Parts with fields of their own, what the board writes, and what nodes write; kept as they are
     * by every change.
     */
    private static final Set<String> NO_FIELD =
            Set.of("partner", "measure", "difference", "demonstration");

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    static Stream<EntryKind> kinds() {
        return Fields.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasAFieldForEachPropertyThatTheOntologyGivesTheKind(EntryKind kind) {
        Graph ontology = Ontology.vocabulary(Ontology.VERSION);

        Set<String> given = new TreeSet<>();
        for (Node owner : new Node[] {uri(kind.classIri()), SF.Entry.asNode()}) {
            ontology.find(Node.ANY, DOMAIN, owner)
                    .mapWith(Triple::getSubject)
                    .forEachRemaining(property -> given.add(property.getLocalName()));
        }
        given.removeAll(NO_FIELD);
        Set<String> fields =
                Fields.of(kind).stream()
                        .filter(field -> field.property().getNameSpace().equals(SF.NS))
                        .map(field -> field.property().getLocalName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).isEqualTo(given);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void demandsWhatTheShapesDemand(EntryKind kind) {
        Graph shapes = Ontology.shapes(Ontology.VERSION);

        Set<String> demanded = new TreeSet<>();
        shapes.find(Node.ANY, uri(SHACL + "targetClass"), uri(kind.classIri()))
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(shape ->
                        shapes
                                .find(shape, uri(SHACL + "property"), Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList()
                                .stream()
                                .filter(property -> demands(shapes, property))
                                .map(property -> path(shapes, property))
                                .forEach(demanded::add));
        // intake names the publisher itself
        demanded.remove("http://purl.org/dc/terms/publisher");
        Set<String> required =
                Fields.of(kind).stream()
                        .filter(field -> field.place() == Field.Place.REQUIRED)
                        .map(field -> field.property().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(required).isEqualTo(demanded);
    }

    private static boolean demands(Graph shapes, Node property) {
        return shapes.contains(property, uri(SHACL + "minCount"), Node.ANY)
                && !shapes.contains(property, uri(SHACL + "severity"), uri(SHACL + "Warning"));
    }

    private static String path(Graph shapes, Node property) {
        return shapes.find(property, uri(SHACL + "path"), Node.ANY).next().getObject().toString();
    }

    @Test
    void writesWhatTheOntologyNamesAsTheRange() {
        Graph ontology = Ontology.vocabulary(Ontology.VERSION);
        Map<String, Set<Field.Type>> types =
                Map.of(
                        "Concept", Set.of(Field.Type.CHOICE, Field.Type.CHOICES),
                        "langString", Set.of(Field.Type.LINE, Field.Type.TEXT),
                        "integer", Set.of(Field.Type.WHOLE),
                        "decimal", Set.of(Field.Type.DECIMAL),
                        "gYear", Set.of(Field.Type.YEAR),
                        "boolean", Set.of(Field.Type.FLAG),
                        "string", Set.of(Field.Type.PLAIN),
                        "Resource", Set.of(Field.Type.ADDRESSES));

        for (EntryKind kind : Fields.KINDS) {
            for (Field field : Fields.of(kind)) {
                if (field.property().getNameSpace().equals(SF.NS)) {
                    String range =
                            ontology.find(field.property(), RANGE, Node.ANY)
                                    .next()
                                    .getObject()
                                    .getLocalName();
                    assertThat(types.getOrDefault(range, Set.of(Field.Type.ENTRIES)))
                            .as("%s of %s", field.name(), kind)
                            .contains(field.type());
                }
            }
        }
    }
}
