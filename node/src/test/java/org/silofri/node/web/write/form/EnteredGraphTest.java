package org.silofri.node.web.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.entry.EntryKind;

class EnteredGraphTest {

    private static final String IRI = "https://data.example/id/pilot/p1";
    private static final Node ENTRY = NodeFactory.createURI(IRI);

    private static final String PREFIXES =
            """
            PREFIX sf: <https://w3id.org/silofri/ns#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX schema: <https://schema.org/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /** A pilot with more than the form has fields for: a partner, a figure, a date of making. */
    private static final Graph PUBLISHED =
            graph(
                    """
                    <%1$s> a sf:Pilot ;
                        dcterms:title "Lokk som melder fra"@nb, "Lids that tell"@en ;
                        dcterms:subject <https://w3id.org/silofri/ns/theme/waste-circular> ;
                        dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                        dcterms:source "Årsmelding 2021", <https://example.org/a> ;
                        dcterms:created "2021-04-01"^^xsd:date ;
                        sf:status <https://w3id.org/silofri/ns/status/completed> ;
                        schema:startDate "2020-05"^^xsd:gYearMonth ;
                        sf:partner <%1$s#firma> ; sf:measure <%1$s#n> .
                    <%1$s#firma> dcterms:title "Et firma"@nb .
                    <%1$s#n> schema:value 17 ; dcterms:title "lokk"@nb .
                    """
                            .formatted(IRI));

    private static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    }

    private static Graph written(Entered entered) {
        return EnteredGraph.write(EntryKind.PILOT, entered, PUBLISHED, ENTRY);
    }

    @Test
    void changesNothingWhenTheFormIsNotTouched() {
        Entered entered = EnteredGraph.read(EntryKind.PILOT, PUBLISHED, ENTRY);

        assertThat(written(entered).isIsomorphicWith(PUBLISHED)).isTrue();
    }

    @Test
    void changesOnlyTheFieldThatWasChanged() {
        Entered entered = EnteredGraph.read(EntryKind.PILOT, PUBLISHED, ENTRY);

        Graph graph = written(entered.with("title.nb", List.of("Lokk som sier fra")));

        Graph expected = GraphFactory.createDefaultGraph();
        PUBLISHED.find().forEachRemaining(expected::add);
        Node title = NodeFactory.createURI("http://purl.org/dc/terms/title");
        expected.delete(ENTRY, title, NodeFactory.createLiteralLang("Lokk som melder fra", "nb"));
        expected.add(ENTRY, title, NodeFactory.createLiteralLang("Lokk som sier fra", "nb"));
        assertThat(graph.isIsomorphicWith(expected)).isTrue();
    }

    @Test
    void takesAwayWhatWasEmptiedAndKeepsWhatTheFormHasNoFieldFor() {
        Graph graph = written(Entered.none());

        assertThat(
                        graph.isIsomorphicWith(
                                graph(
                                        """
                                        <%1$s> a sf:Pilot ;
                                            dcterms:created "2021-04-01"^^xsd:date ;
                                            sf:partner <%1$s#firma> ; sf:measure <%1$s#n> .
                                        <%1$s#firma> dcterms:title "Et firma"@nb .
                                        <%1$s#n> schema:value 17 ; dcterms:title "lokk"@nb .
                                        """
                                                .formatted(IRI))))
                .isTrue();
    }

    @Test
    void writesNumbersDatesAndConceptsInTheirTypes() {
        Entered entered =
                Entered.of(
                        EntryKind.TARGET,
                        Map.of(
                                "targetValue", List.of("2,5"),
                                "targetYear", List.of("2030"),
                                "relative", List.of("true"),
                                "theme", List.of("energy"),
                                "unknown", List.of("ignored")));

        Graph graph =
                EnteredGraph.write(
                        EntryKind.TARGET, entered, GraphFactory.createDefaultGraph(), ENTRY);

        assertThat(
                        graph.isIsomorphicWith(
                                graph(
                                        """
                                        <%s> a sf:Target ; sf:targetValue 2.5 ;
                                            sf:targetYear "2030"^^xsd:gYear ; sf:relative true ;
                                            dcterms:subject <https://w3id.org/silofri/ns/theme/energy> .
                                        """
                                                .formatted(IRI))))
                .isTrue();
    }

    @Test
    void leavesToTheShapesWhatHasNotTheFormOfItsField() {
        Entered entered =
                Entered.of(
                        EntryKind.SCALING_EVENT,
                        Map.of("evidence", List.of("see the report"), "rung", List.of("moon")));

        Graph graph =
                EnteredGraph.write(
                        EntryKind.SCALING_EVENT, entered, GraphFactory.createDefaultGraph(), ENTRY);

        assertThat(
                        graph.isIsomorphicWith(
                                graph(
                                        """
                                        <%s> a sf:ScalingEvent ;
                                            sf:evidence "see the report" ; sf:rung "moon" .
                                        """
                                                .formatted(IRI))))
                .isTrue();
    }

    @Test
    void readsOneLineAsOneValueWhereLinesCount() {
        Entered entered =
                Entered.of(
                        EntryKind.PROBLEM,
                        Map.of("source", List.of(" https://example.org/a \r\n\r\nÅrsmelding ")));

        assertThat(entered.all("source")).containsExactly("https://example.org/a", "Årsmelding");
    }
}
