package org.silofri.connectors.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.connectors.tabular.sheet.Terms;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;

/** The workbooks of the demo enter by the same route as any city's file. */
class DemoWorkbooksTest {

    private static final Path DEMO = Path.of("../compose/demo");
    private static final Map<String, ImportReport> REPORTS = new TreeMap<>();
    private static ImportFixture fixture;

    @BeforeAll
    static void importAll() throws Exception {
        fixture = new ImportFixture();
        ImportOptions options = new ImportOptions(Optional.empty(), Optional.empty(), false);
        for (String name : List.of("copenhagen", "stavanger", "helsinki", "coordinator")) {
            REPORTS.put(name, fixture.file(DEMO.resolve(name + ".xlsx"), options));
        }
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void everyRowBecomesAnEntry() {
        assertThat(REPORTS.values()).allMatch(ImportReport::complete);
        assertThat(REPORTS)
                .extractingFromEntries(e -> e.getKey() + " " + e.getValue().rows().size())
                .containsExactly("coordinator 54", "copenhagen 31", "helsinki 8", "stavanger 7");
    }

    @Test
    void countsByKindAreKnown() {
        assertThat(count(EntryIri::kind))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                EntryKind.PROBLEM, 8L,
                                EntryKind.PILOT, 32L,
                                EntryKind.SOLUTION, 2L,
                                EntryKind.RESULT, 23L,
                                EntryKind.SCALING_EVENT, 6L,
                                EntryKind.GOAL, 16L,
                                EntryKind.TARGET, 13L));
    }

    @Test
    void countsByVerdictAreKnown() {
        Map<String, Long> verdicts =
                entries()
                        .flatMap(entry -> objects(entry, SF.verdict.asNode()))
                        .map(node -> node.getURI().replaceAll(".*/", ""))
                        .collect(Collectors.groupingBy(v -> v, Collectors.counting()));

        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("confirmed", 20L, "disproved", 1L, "abandoned", 2L));
    }

    @Test
    void twentyTwoCitiesHaveEntries() {
        Map<String, Long> cities = count(entry -> entry.base().replaceAll(".*/", ""));

        assertThat(cities).hasSize(22).containsEntry("oslo", 9L).containsEntry("torshavn", 2L);
    }

    @Test
    void everyEntryNamesSourceLicenceAndThatItIsADemonstration() {
        Node cc0 = NodeFactory.createURI("https://creativecommons.org/publicdomain/zero/1.0/");

        assertThat(entries())
                .allMatch(entry -> objects(entry, DCTerms.source.asNode()).findAny().isPresent())
                .allMatch(entry ->
                        objects(entry, DCTerms.license.asNode()).toList().equals(List.of(cc0)))
                .allMatch(entry -> objects(entry, SF.demonstration.asNode()).count() == 1);
    }

    @Test
    void everyOneOfThe73FactsIsThere() {
        assertThat(entries().map(entry -> entry.key().substring(0, 3)).distinct())
                .containsAll(IntStream.rangeClosed(1, 73).mapToObj("f%02d"::formatted).toList());
    }

    @Test
    void everyEntryIsInTheCitysLanguageAndEnglish() throws IOException {
        Map<String, String> languages = new TreeMap<>();
        cities().forEach(city -> languages.put(city[0], city[3]));

        assertThat(entries())
                .allSatisfy(entry ->
                        assertThat(objects(entry, DCTerms.title.asNode()))
                                .map(Node::getLiteralLanguage)
                                .containsExactlyInAnyOrder(
                                        "en", languages.get(entry.base().replaceAll(".*/", ""))));
    }

    @ParameterizedTest
    @CsvSource({
        "f10-green-trips, 75, % of trips, ",
        "f11-municipal-buildings, -40, %, 2010",
        "kbh2025-solar-share, 1, % of electricity use, ",
        "kbh2025-bike-commutes, 50, % of trips to work or education, ",
        "kbh2025-public-transport-passengers, 20, %, 2009",
        "kbh2025-municipal-vehicles, 100, % of municipal vehicles, ",
        "kbh2025-street-light, -50, %, 2020",
        "kbh2025-municipal-solar, 60000, m², "
    })
    void theGoalsTableOfCopenhagenHasNumberUnitBaseAndTargetYear(
            String key, String value, String unit, String baseYear) {
        EntryIri target = entry("target/" + key);

        assertThat(texts(target, SF.targetValue.asNode())).containsExactly(value);
        assertThat(texts(target, SF.unit.asNode())).containsExactly(unit);
        assertThat(texts(target, SF.targetYear.asNode())).containsExactly("2025");
        assertThat(texts(target, SF.baseYear.asNode()))
                .isEqualTo(baseYear == null ? List.of() : List.of(baseYear));
    }

    @Test
    void theRefutedCamerasAreSupersededByTheEstimate() {
        EntryIri refuted = entry("result/f04-parking-cameras-result");

        assertThat(objects(refuted, SF.verdict.asNode()))
                .containsExactly(node(CodeList.VERDICT.iriOf("disproved")));
        assertThat(objects(refuted, SF.supersededBy.asNode()))
                .containsExactly(node(entry("result/f05-parking-estimate").value()));
        assertThat(objects(refuted, SF.costAvoided.asNode()))
                .extracting(Node::getLiteralLanguage)
                .containsExactlyInAnyOrder("da", "en");
        assertThat(objects(refuted, Terms.WAS_GENERATED_BY))
                .containsExactly(node(entry("pilot/f04-parking-cameras").value()));
    }

    @Test
    void theAdoptedSolutionOfAnotherCityIsFoundUnderItsIri() {
        assertThat(objects(entry("solution/f41-quick-test-method"), Terms.WAS_DERIVED_FROM))
                .containsExactly(node(entry("solution/f55-agile-piloting-method").value()));
    }

    @Test
    void aRungIsClaimedOnlyWithAScalingEventOfTheWorkbooks() {
        List<EntryIri> claims =
                entries()
                        .filter(entry -> entry.kind() != EntryKind.SCALING_EVENT)
                        .filter(entry -> objects(entry, SF.rung.asNode()).findAny().isPresent())
                        .toList();

        assertThat(claims)
                .hasSize(7)
                .allSatisfy(entry ->
                        assertThat(objects(entry, SF.scaledBy.asNode()))
                                .allMatch(event -> isEntry(event.getURI())));
    }

    @Test
    void theSlipInTheSourceIsWarnedAbout() {
        List<CellProblem> warnings =
                REPORTS.values().stream().flatMap(r -> r.warnings().stream()).toList();

        assertThat(warnings)
                .map(w -> w.value() + " " + w.reason().key())
                .containsExactly("2020 cell.base-year-late");
    }

    @Test
    void everyEntryMeetsTheShapesAndHasACanonicalForm() {
        ShapeValidator validator = new ShapeValidator();

        assertThat(fixture.intake.entries())
                .allSatisfy((entry, graph) -> {
                    Graph published = published(entry, graph);
                    assertThat(validator.validate(entry, published).findings()).isEmpty();
                    assertThat(CanonicalNTriples.of(published, entry))
                            .isInstanceOf(CanonicalResult.Canonical.class);
                });
    }

    @Test
    void everyCityOfTheWorkbooksIsAmongTheDemosMembers() throws Exception {
        List<String> members = cities().map(city -> city[0]).toList();

        assertThat(members).hasSize(26).doesNotHaveDuplicates();
        assertThat(members).containsAll(count(e -> e.base().replaceAll(".*/", "")).keySet());
    }

    private static Stream<String[]> cities() throws IOException {
        return Files.readAllLines(DEMO.resolve("cities.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1));
    }

    private static List<String> texts(EntryIri entry, Node property) {
        return objects(entry, property).map(Node::getLiteralLexicalForm).toList();
    }

    /** Intake fills in the publisher. */
    private static Graph published(EntryIri entry, Graph graph) {
        graph.add(node(entry.value()), DCTerms.publisher.asNode(), node(entry.base()));
        return graph;
    }

    private static Stream<EntryIri> entries() {
        return fixture.intake.entries().keySet().stream();
    }

    private static EntryIri entry(String path) {
        return entries().filter(e -> e.value().endsWith("/id/" + path)).findFirst().orElseThrow();
    }

    private static boolean isEntry(String iri) {
        return fixture.intake.entries().containsKey(new EntryIri(iri));
    }

    private static <K> Map<K, Long> count(java.util.function.Function<EntryIri, K> by) {
        return entries().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static Stream<Node> objects(EntryIri entry, Node property) {
        Graph graph = fixture.intake.entries().get(entry);
        return graph == null
                ? Stream.empty()
                : graph
                        .find(node(entry.value()), property, Node.ANY)
                        .mapWith(t -> t.getObject())
                        .toList()
                        .stream();
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
