package org.silofri.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.FolderScan;
import org.silofri.catalogue.projection.Rebuild;
import org.silofri.catalogue.projection.Story;
import org.silofri.ontology.SF;

class SearchIndexTest {

    private static final Node GENERATED_BY =
            NodeFactory.createURI("http://www.w3.org/ns/prov#wasGeneratedBy");

    @TempDir Path folder;
    private SearchIndex index;
    private final Story story = new Story();

    @BeforeEach
    void openIndex() {
        index = SearchIndex.open(folder);
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private void put(Sample... samples) {
        var batch = new ArrayList<Change>();
        for (Sample sample : samples) {
            batch.add(sample.publish(story));
        }
        index.projection().apply(new Batch(batch, story.changes().size()));
    }

    private void apply(Change change) {
        index.projection().apply(Story.batch(change.n(), change));
    }

    private List<String> keys(SearchResult result) {
        return result.hits().stream().map(hit -> hit.iri().key()).toList();
    }

    @Test
    void givesEverythingLatestFirstWhenNothingIsAsked() {
        put(
                Sample.of("bergen", EntryKind.PILOT, "old").title("nb", "Gammel").updated(1),
                Sample.of("bergen", EntryKind.PILOT, "new").title("nb", "Ny").updated(3),
                Sample.of("bergen", EntryKind.PILOT, "mid").title("nb", "Midt").updated(2));
        SearchResult result = index.search(SearchRequest.of("  ", "nb"));
        assertThat(keys(result)).containsExactly("new", "mid", "old");
        assertThat(result.total()).isEqualTo(3);
    }

    @Test
    void membersAreFoundOnlyWhenTheyAreAskedFor() {
        put(
                Sample.of("coordinator", EntryKind.MEMBER, "bergen").title("nb", "Bergen"),
                Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Bergen prøver"));
        var members =
                new SearchRequest("bergen", "nb", Map.of(Facet.KIND, Set.of("member")), 1, 50);

        assertThat(keys(index.search(SearchRequest.of("", "nb")))).containsExactly("a");
        assertThat(keys(index.search(SearchRequest.of("bergen", "nb")))).containsExactly("a");
        assertThat(keys(index.search(members))).containsExactly("bergen");
    }

    @Test
    void membersAreNotCountedUnlessTheyAreAskedFor() {
        put(
                Sample.of("coordinator", EntryKind.MEMBER, "bergen").title("nb", "Bergen"),
                Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Prøve"));
        var pilots = new SearchRequest("", "nb", Map.of(Facet.KIND, Set.of("pilot")), 1, 50);
        var members = new SearchRequest("", "nb", Map.of(Facet.KIND, Set.of("member")), 1, 50);

        for (var request : List.of(SearchRequest.of("", "nb"), pilots)) {
            SearchResult result = index.search(request);
            assertThat(result.total()).isEqualTo(1);
            assertThat(result.facets().get(Facet.KIND))
                    .extracting(FacetCount::value)
                    .containsExactly("pilot");
            assertThat(result.facets().get(Facet.CITY))
                    .extracting(FacetCount::value)
                    .containsExactly("bergen");
        }
        SearchResult asked = index.search(members);
        assertThat(asked.total()).isEqualTo(1);
        assertThat(asked.facets().get(Facet.KIND))
                .extracting(FacetCount::value)
                .containsExactly("member", "pilot");
    }

    @Test
    void answersFromAnEmptyIndex() {
        SearchResult result = index.search(SearchRequest.of("kamera", "da"));
        assertThat(result.hits()).isEmpty();
        assertThat(result.total()).isZero();
        assertThat(result.facets()).containsOnlyKeys(Facet.values());
    }

    @Test
    void replacesAnEntryThatIsToldAgain() {
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Parkering"));
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Sykkelhotell"));
        assertThat(index.search(SearchRequest.of("parkering", "nb")).total()).isZero();
        assertThat(index.search(SearchRequest.of("sykkelhotell", "nb")).total()).isEqualTo(1);
    }

    @Test
    void forgetsAnEntryThatIsWithdrawn() {
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Parkering"));
        apply(story.withdraw(Story.iri("bergen", EntryKind.PILOT, "a"), "a mistake"));
        SearchResult result = index.search(SearchRequest.of("parkering", "nb"));
        assertThat(result.total()).isZero();
        assertThat(result.checkpoint()).isEqualTo(2);
        assertThat(index.search(SearchRequest.of("", "nb")).total()).isZero();
    }

    @Test
    void doesNotGoBackWhenAnOlderVersionComesLate() {
        Change old = Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Gammel").publish(story);
        EntryIri iri = Story.iri("bergen", EntryKind.PILOT, "a");
        Change withdrawn = story.withdraw(iri, "a mistake");
        apply(withdrawn);
        apply(old);
        assertThat(index.search(SearchRequest.of("", "nb")).total()).isZero();
    }

    @Test
    void leavesNothingOfAnErasedVersionInTheFiles() throws IOException {
        put(
                Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Hemmelighetsnavnet"),
                Sample.of("bergen", EntryKind.PILOT, "b").title("nb", "Blir"));
        apply(story.erase(Story.iri("bergen", EntryKind.PILOT, "a")));
        assertThat(FolderScan.contains(folder, "Hemmelig")).isFalse();
        assertThat(index.search(SearchRequest.of("", "nb")).total()).isEqualTo(1);
    }

    @Test
    void forgetsWhatAClosedEpochHeldBeyondItsEnd() {
        put(
                Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Beholdes"),
                Sample.of("bergen", EntryKind.PILOT, "b").title("nb", "Tapt"));
        apply(story.startEpoch("bergen", 1));
        assertThat(keys(index.search(SearchRequest.of("", "nb")))).containsExactly("a");
    }

    @Test
    void servesTheOldIndexUntilARebuildTakesOver() {
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Parkering"));
        try (Rebuild rebuild = index.rebuild()) {
            assertThat(index.search(SearchRequest.of("parkering", "nb")).total()).isEqualTo(1);
            rebuild.apply(story.batch());
            rebuild.takeOver();
        }
        assertThat(index.search(SearchRequest.of("parkering", "nb")).total()).isEqualTo(1);
        assertThat(folder.resolve("gen-1")).doesNotExist();
    }

    @Test
    void tellsTheCheckpointOfTheReaderThatAnswers() {
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Parkering"));
        index.projection().apply(Story.batch(17));
        assertThat(index.search(SearchRequest.of("parkering", "nb")).checkpoint()).isEqualTo(17);
    }

    @Test
    void countsAFacetAsIfItWereNotNarrowedItself() {
        put(
                Sample.of("bergen", EntryKind.RESULT, "a")
                        .title("nb", "Parkering med kamera")
                        .theme("parking")
                        .verdict("confirmed"),
                Sample.of("oslo", EntryKind.RESULT, "b")
                        .title("nb", "Parkering med sensor")
                        .theme("parking")
                        .theme("mobility")
                        .verdict("disproved"),
                Sample.of("oslo", EntryKind.PILOT, "c").title("nb", "Parkering for el-sykkel"));
        SearchResult result =
                index.search(
                        new SearchRequest(
                                "parkering",
                                "nb",
                                Map.of(Facet.VERDICT, Set.of("disproved")),
                                1,
                                50));
        assertThat(keys(result)).containsExactly("b");
        assertThat(result.facets().get(Facet.VERDICT))
                .containsExactly(
                        new FacetCount("confirmed", 1, false),
                        new FacetCount("disproved", 1, true));
        assertThat(result.facets().get(Facet.CITY))
                .containsExactly(new FacetCount("oslo", 1, false));
        assertThat(result.facets().get(Facet.THEME))
                .extracting(FacetCount::value)
                .containsExactly("mobility", "parking");
    }

    @Test
    void keepsASelectedValueThatLeavesNothing() {
        put(Sample.of("bergen", EntryKind.PILOT, "a").title("nb", "Parkering"));
        var request = new SearchRequest("", "nb", Map.of(Facet.CITY, Set.of("atlantis")), 1, 50);
        SearchResult result = index.search(request);
        assertThat(result.hits()).isEmpty();
        assertThat(result.facets().get(Facet.CITY))
                .containsExactly(
                        new FacetCount("bergen", 1, false), new FacetCount("atlantis", 0, true));
    }

    @Test
    void cutsTheSameOrderIntoPages() {
        put(
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                Sample.of("bergen", EntryKind.PILOT, "p" + (i + 10))
                                        .title("nb", "Parkering i byen"))
                        .toArray(Sample[]::new));
        List<String> all = keys(page(1, 200));
        assertThat(all).hasSize(40).doesNotHaveDuplicates();
        assertThat(keys(page(2, 15))).isEqualTo(all.subList(15, 30));
        assertThat(keys(page(3, 15))).isEqualTo(all.subList(30, 40));
        assertThat(keys(page(4, 15))).isEmpty();
    }

    private SearchResult page(int page, int size) {
        return index.search(new SearchRequest("parkering", "nb", Map.of(), page, size));
    }

    @Test
    void prefersTheReadersLanguageAtEqualRelevance() {
        put(
                Sample.of("aarhus", EntryKind.PILOT, "danish").title("da", "Parkering ved skoler"),
                Sample.of("bergen", EntryKind.PILOT, "norwegian")
                        .title("nb", "Parkering ved skoler"));
        assertThat(keys(index.search(SearchRequest.of("parkering", "nn"))))
                .first()
                .isEqualTo("norwegian");
        assertThat(keys(index.search(SearchRequest.of("parkering", "da"))))
                .first()
                .isEqualTo("danish");
    }

    @Test
    void tellsWhyAndMarksTheWordsOfTheSnippet() {
        put(
                Sample.of("oslo", EntryKind.PILOT, "a")
                        .title("nb", "Smart parkering")
                        .text("nb", "Byen prøvde kameraer <b>i</b> tre gater.")
                        .text("en", "The city tried cameras in three streets."));
        Hit hit = index.search(SearchRequest.of("gate parkering", "nb")).hits().getFirst();
        assertThat(hit.why())
                .contains(
                        new Match(Match.Where.TITLE, "nb", "parkering", Match.How.WORD),
                        new Match(Match.Where.TEXT, "nb", "gater", Match.How.WORD));
        Snippet snippet = hit.snippet();
        assertThat(snippet.text()).isEqualTo("Byen prøvde kameraer <b>i</b> tre gater.");
        assertThat(snippet.spans())
                .extracting(span -> snippet.text().substring(span.start(), span.end()))
                .containsExactly("gater");
    }

    @Test
    void showsThePassageThatMatchesOfALongText() {
        String filler = "Teksten handler lenge om noe ganske annet. ".repeat(30);
        put(
                Sample.of("oslo", EntryKind.PILOT, "a")
                        .title("nb", "Forsøk")
                        .text("nb", filler + "Fjernvarmen ble målt hver time. " + filler));
        Snippet snippet =
                index.search(SearchRequest.of("fjernvarme", "da")).hits().getFirst().snippet();
        assertThat(snippet.text()).startsWith("…").endsWith("…").contains("Fjernvarmen");
        assertThat(snippet.text().length()).isLessThanOrEqualTo(Snippet.MOST_CHARACTERS + 2);
        assertThat(snippet.spans()).hasSize(1);
    }

    @Test
    void showsWhereATextEndsAndTheNextBegins() {
        put(
                Sample.of("oslo", EntryKind.RESULT, "a")
                        .title("nb", "Forsøk")
                        .text("nb", "Byen prøvde kameraer")
                        .hypothesis("nb", "Kameraer ser ledige plasser"));
        Snippet snippet =
                index.search(SearchRequest.of("kameraer", "nb")).hits().getFirst().snippet();
        assertThat(snippet.text()).isEqualTo("Byen prøvde kameraer · Kameraer ser ledige plasser");
        assertThat(snippet.spans())
                .extracting(span -> snippet.text().substring(span.start(), span.end()))
                .containsExactly("kameraer", "Kameraer");
    }

    @Test
    void showsWhatCameOfAPilotASolutionAndAProblem() {
        EntryIri problem = Story.iri("oslo", EntryKind.PROBLEM, "p");
        EntryIri solution = Story.iri("oslo", EntryKind.SOLUTION, "s");
        EntryIri pilot = Story.iri("oslo", EntryKind.PILOT, "t");
        EntryIri later = Story.iri("oslo", EntryKind.RESULT, "r2");
        put(
                Sample.of("oslo", EntryKind.PROBLEM, "p").title("nb", "Letekjøring"),
                Sample.of("oslo", EntryKind.SOLUTION, "s").title("nb", "Kamera"),
                Sample.of("oslo", EntryKind.PILOT, "t")
                        .title("nb", "Prøve")
                        .link(SF.tests.asNode(), solution)
                        .link(SF.addresses.asNode(), problem),
                Sample.of("oslo", EntryKind.RESULT, "r1")
                        .title("nb", "Første måling")
                        .verdict("confirmed")
                        .link(GENERATED_BY, pilot)
                        .link(SF.supersededBy.asNode(), later)
                        .updated(9),
                Sample.of("oslo", EntryKind.RESULT, "r2")
                        .title("nb", "Andre måling")
                        .verdict("disproved")
                        .link(GENERATED_BY, pilot)
                        .updated(2));
        SearchResult result = index.search(SearchRequest.of("", "nb"));
        assertThat(result.hits())
                .filteredOn(hit -> hit.kind() != EntryKind.RESULT)
                .hasSize(3)
                .allSatisfy(hit ->
                        assertThat(hit.outcomes())
                                .extracting(Outcome::verdict)
                                .containsExactly("disproved", "confirmed"));
        assertThat(result.hits())
                .filteredOn(hit -> hit.kind() == EntryKind.PILOT)
                .extracting(Hit::verdict)
                .containsExactly("disproved");
    }

    @Test
    void keepsAPilotsOnlyFindingAlthoughAnotherPilotSupersedesIt() {
        EntryIri later = Story.iri("oslo", EntryKind.RESULT, "r2");
        put(
                Sample.of("oslo", EntryKind.PILOT, "t").title("nb", "Prøve"),
                Sample.of("oslo", EntryKind.RESULT, "r1")
                        .title("nb", "Måling")
                        .verdict("disproved")
                        .link(GENERATED_BY, Story.iri("oslo", EntryKind.PILOT, "t"))
                        .link(SF.supersededBy.asNode(), later));
        Hit pilot = index.search(SearchRequest.of("prøve", "nb")).hits().getFirst();
        assertThat(pilot.verdict()).isEqualTo("disproved");
    }

    @Test
    void leavesAForeignCitysVerdictOutOfAPilotsOwn() {
        put(
                Sample.of("oslo", EntryKind.PILOT, "t").title("nb", "Prøve"),
                Sample.of("turku", EntryKind.RESULT, "r")
                        .title("fi", "Mittaus")
                        .verdict("disproved")
                        .link(GENERATED_BY, Story.iri("oslo", EntryKind.PILOT, "t")));
        Hit pilot = index.search(SearchRequest.of("prøve", "nb")).hits().getFirst();
        assertThat(pilot.verdict()).isNull();
        assertThat(pilot.outcomes()).hasSize(1);
    }

    @Test
    void findsAnEntryByItsIri() {
        put(
                Sample.of("oslo", EntryKind.PILOT, "a").title("nb", "Oslo example pilot"),
                Sample.of("oslo", EntryKind.PILOT, "b").title("nb", "Oslo example pilot"));
        EntryIri sought = Story.iri("oslo", EntryKind.PILOT, "b");
        assertThat(keys(index.search(SearchRequest.of(sought.value(), "en"))))
                .first()
                .isEqualTo("b");
    }

    @Test
    void givesSimilarTitlesOfWhatWasTriedOnly() {
        put(
                Sample.of("oslo", EntryKind.PILOT, "a").title("nb", "Delesykler ved stasjonen"),
                Sample.of("oslo", EntryKind.PARTNER, "b").title("nb", "Delesykler AS"),
                Sample.of("oslo", EntryKind.PILOT, "c").title("nb", "Matavfall i skoler"));
        assertThat(index.similar("delesykkel-hub", "nb", 5))
                .extracting(hit -> hit.iri().key())
                .containsExactly("a");
        assertThat(index.similar("delesykkel-hub", "nb", 5).getFirst().why()).isNotEmpty();
    }

    @Test
    void continuesFromItsCheckpointWhenOpenedAgain() {
        put(Sample.of("oslo", EntryKind.PILOT, "a").title("nb", "Delesykler"));
        index.close();
        index = SearchIndex.open(folder);
        assertThat(index.checkpoint()).isEqualTo(1);
        assertThat(index.search(SearchRequest.of("", "nb")).total()).isEqualTo(1);
    }
}
