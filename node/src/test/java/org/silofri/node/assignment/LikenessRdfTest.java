package org.silofri.node.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.catalogue.validation.ValidationOutcome;
import org.silofri.node.Samples;

class LikenessRdfTest {

    private static final BaseIri CITY = new BaseIri("http://city.example");
    private static final EntryIri PROBLEM = CITY.entry(EntryKind.PROBLEM, "p1");
    private static final EntryIri SHARED =
            new BaseIri("http://network.example").entry(EntryKind.SHARED_PROBLEM, "s1");
    private static final EntryIri OTHER =
            new BaseIri("http://network.example").entry(EntryKind.SHARED_PROBLEM, "s2");

    @Test
    void saysNothingElseAndForgetsWhatWasSaidBefore() {
        Graph before = LikenessRdf.saying(PROBLEM, problem(), OTHER, Map.of("da", "Andet."));

        LikenessRdf.saying(PROBLEM, before, SHARED, Map.of("da", "Her er det sparkesykler."));
        Graph after = LikenessRdf.saying(PROBLEM, before, SHARED, Map.of());

        Graph expected = LikenessRdf.saying(PROBLEM, problem(), OTHER, Map.of("da", "Andet."));
        LikenessRdf.saying(PROBLEM, expected, SHARED, Map.of());
        assertThat(after.isIsomorphicWith(expected)).isTrue();
    }

    @Test
    void writesADifferenceThatTheShapesTake() {
        Graph graph =
                LikenessRdf.saying(
                        PROBLEM, problem(), SHARED, Map.of("nb", "Her er det sparkesykler."));

        assertThat(new ShapeValidator().validate(PROBLEM, graph))
                .isInstanceOf(ValidationOutcome.Conforms.class);
    }

    private static Graph problem() {
        Graph graph = GraphFactory.createDefaultGraph();
        Samples.problem(PROBLEM, CITY).find().forEachRemaining(graph::add);
        return graph;
    }
}
