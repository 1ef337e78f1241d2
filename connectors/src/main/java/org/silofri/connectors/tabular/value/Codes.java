package org.silofri.connectors.tabular.value;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.silofri.connectors.tabular.value.Parsed.Value;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;

/** Finds concepts by what people write: notation, IRI, or label in any language. */
public final class Codes {

    private Codes() {}

    public static Optional<Concept> find(CodeList list, String text) {
        return list.concepts().stream().filter(concept -> isCalled(concept, text)).findFirst();
    }

    public static Parsed parse(CodeList list, String text) {
        return find(list, text)
                .<Parsed>map(concept -> new Value(NodeFactory.createURI(concept.iri())))
                .orElseGet(() -> Parsed.bad("cell.code", text, allowed(list)));
    }

    public static String allowed(CodeList list) {
        return list.concepts().stream().map(Concept::notation).collect(Collectors.joining(", "));
    }

    private static boolean isCalled(Concept concept, String text) {
        return concept.notation().equalsIgnoreCase(text)
                || concept.iri().equals(text)
                || concept.labels().values().stream().anyMatch(text::equalsIgnoreCase);
    }
}
