package org.silofri.connectors.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row says, as RDF. */
class RowMapperTest {

    private static final String PREFIXES =
            """
            PREFIX sf: <https://w3id.org/silofri/ns#>
            PREFIX c: <https://w3id.org/silofri/ns/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX schema: <https://schema.org/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            BASE <https://nordic.example/c/copenhagen/id/pilot/x>
            """;

    private ImportFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new ImportFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void mapsTextsCodesDatesAndAddresses() {
        fixture.csv(
                "kind;key;title_da;Titel (sv);tema;tila;start;slut;source;lisens",
                "Pilotti;x;Ærø;Ärö;Luftkvalitet;Käynnissä;17.1.2024;2025-03;In words; https://l.example/");

        assertGraph(
                """
                <> a sf:Pilot ; dcterms:title "Ærø"@da , "Ärö"@sv ;
                  dcterms:subject <https://w3id.org/silofri/ns/theme/air-quality> ;
                  sf:status <https://w3id.org/silofri/ns/status/running> ;
                  schema:startDate "2024-01-17"^^xsd:date ; schema:endDate "2025-03"^^xsd:gYearMonth ;
                  dcterms:source "In words" ; dcterms:license <https://l.example/> .
                """);
    }

    @Test
    void readsTheCostAvoidedAsTextInItsLanguage() {
        fixture.csv(
                "kind;key;title_da;undgået udgift (da);costAvoided_en",
                "pilot;x;T;Kameraer for 2 mio. kr.;Cameras for DKK 2 million");

        assertGraph(
                """
                <> a sf:Pilot ; dcterms:title "T"@da ;
                  sf:costAvoided "Kameraer for 2 mio. kr."@da , "Cameras for DKK 2 million"@en .
                """);
    }

    @Test
    void makesFragmentsOfPartnersMeasuresContactAndPlace() {
        fixture.csv(
                "kind|key|title_da|partners|measures_da|measures_en|contact|latitude|longitude"
                        .replace('|', '\t'),
                "pilot\tx\tT\tTOMRA | Company; cafés\tkrus = 1 800 000; andel = 45-48 %"
                        + "\tcups = 1 800 000; share = 45-48 %\tinno@by.example\t55,676\t12.568");

        assertGraph(
                """
                <> a sf:Pilot ; dcterms:title "T"@da ; sf:partner <#partner-1> , <#partner-2> ;
                  sf:measure <#measure-1> , <#measure-2> ; schema:contactPoint <#contact> ;
                  schema:location <#location> .
                <#partner-1> dcterms:title "TOMRA"@da ;
                  org:classification <https://w3id.org/silofri/ns/partner-kind/company> .
                <#partner-2> dcterms:title "cafés"@da .
                <#measure-1> dcterms:title "krus"@da , "cups"@en ; schema:value "1800000"^^xsd:decimal .
                <#measure-2> dcterms:title "andel"@da , "share"@en ; schema:value "45-48" ;
                  schema:unitText "%" .
                <#contact> schema:email "inno@by.example" .
                <#location> schema:latitude 55.676 ; schema:longitude 12.568 .
                """);
    }

    static Stream<List<String>> references() {
        String base = "https://nordic.example/c/";
        return Stream.of(
                List.of("traffic", base + "copenhagen/id/problem/traffic"),
                List.of("pilot/own", base + "copenhagen/id/pilot/own"),
                List.of("helsinki/pilot/old", base + "helsinki/id/pilot/old"),
                List.of("https://a.example/id/problem/p1", "https://a.example/id/problem/p1"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void resolvesAReference(List<String> writtenAndMeant) {
        fixture.csv(
                "kind;key;title_da;addresses",
                "problem;traffic;T;",
                "pilot;x;T;" + writtenAndMeant.getFirst());

        assertGraph(
                "<> a sf:Pilot ; dcterms:title \"T\"@da ; sf:addresses <%s> ."
                        .formatted(writtenAndMeant.getLast()));
    }

    @Test
    void prefersARowOfTheSameCityAndRefusesAChoiceBetweenOthers() {
        ImportReport report =
                fixture.csv(
                        "kind;key;city;title_da;addresses",
                        "problem;p;oslo;T;",
                        "problem;p;bergen;T;",
                        "pilot;x;oslo;T;p",
                        "pilot;y;copenhagen;T;p");

        assertThat(report.problems())
                .map(problem -> problem.row() + " " + problem.reason().key())
                .containsExactly("5 cell.reference-ambiguous");
    }

    @Test
    void linksATargetAndAProblemToTheirGoalByDifferentTerms() {
        fixture.csv(
                "kind;key;title_da;goal;targetValue;relative;baseYear",
                "goal;g;T;;;;",
                "target;x;T;g;-40,5;ja;2010");

        assertGraph(
                """
                <../target/x> a sf:Target ; dcterms:title "T"@da ; sf:ofGoal <../goal/g> ;
                  sf:targetValue -40.5 ; sf:relative true ; sf:baseYear "2010"^^xsd:gYear .
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    start       | 31.2.2026      | cell.date
                    start       | 1/2/2026       | cell.date
                    targetYear  | 20             | cell.year
                    targetValue | 60.000         | cell.number-ambiguous
                    targetValue | many           | cell.number
                    affects     | 1,5            | cell.integer
                    relative    | perhaps        | cell.yes-no
                    evidence    | www.a.example  | cell.iri
                    evidence    | ftp://a.example| cell.iri
                    addresses   | nowhere        | cell.reference-unknown
                    addresses   | dream/x        | cell.reference-kind
                    addresses   | atlantis/pilot/x | cell.reference-city
                    addresses   | https://a.example/page | cell.entry-iri
                    theme       | flying         | cell.code
                    measures_da | 25 cups        | cell.measure
                    measures_da | cups = 1.800   | cell.number-ambiguous
                    partners    | TOMRA ¦ giant  | cell.code
                    contact     | the mayor      | cell.email
                    latitude    | 55.6           | cell.half-location
                    title       | T              | cell.language-missing
                    key         | two words      | cell.key
                    city        | Åbo            | cell.city
                    kind        | member         | cell.kind-coordinator
                    """)
    void tellsWhatIsWrongInACell(String column, String value, String reason) {
        List<String> fixed =
                Stream.of("kind", "key", "title_da").filter(c -> !c.equals(column)).toList();

        ImportReport report =
                fixture.csv(
                        String.join("\t", fixed) + "\t" + column,
                        String.join("\t", fixed.stream().map(RowMapperTest::fill).toList())
                                + "\t"
                                + value.replace('¦', '|'));

        assertThat(report.problems()).map(p -> p.reason().key()).contains(reason);
        assertThat(report.problems())
                .allSatisfy(p -> assertThat(p.remedy().english()).isNotBlank());
    }

    @Test
    void refusesCellsBeyondTheLimitOfLength() {
        ImportReport report = fixture.csv("kind;key;title_da", "pilot;x;" + "a".repeat(10_001));

        assertThat(report.problems()).map(p -> p.reason().key()).containsExactly("cell.too-long");
        assertThat(report.problems().getFirst().value()).hasSize(120);
    }

    private static String fill(String column) {
        return column.equals("kind") ? "pilot" : "x";
    }

    private void assertGraph(String turtle) {
        var expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(expected);
        var actual = fixture.last().graph();
        assertThat(actual.isIsomorphicWith(expected))
                .as(() -> actual + "\n≠\n" + expected)
                .isTrue();
    }
}
