package org.silofri.catalogue.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntryRecord.IncomingLink;
import org.silofri.catalogue.projection.Story;
import org.silofri.ontology.SF;

class ReadModelTest {

    private static final EntryIri PILOT = Story.iri("oslo", EntryKind.PILOT, "p");
    private static final EntryIri RESULT = Story.iri("oslo", EntryKind.RESULT, "r");

    @TempDir Path folder;
    private GraphStore store;

    @BeforeEach
    void fillStore() {
        store = GraphStore.open(folder);
        var story = new Story();
        story.publish(
                "hub",
                EntryKind.MEMBER,
                "oslo",
                about -> about.title("nb", "Oslo").literal(SF.cityId.asNode(), text("oslo")));
        story.publish(
                "oslo",
                EntryKind.PILOT,
                "p",
                about ->
                        about.title("nb", "Kamera")
                                .title("en", "Camera")
                                .concept(DCTerms.subject.asNode(), "theme", "parking"));
        story.publish(
                "oslo",
                EntryKind.RESULT,
                "r",
                about ->
                        about.title("nb", "Måling")
                                .concept(SF.verdict.asNode(), "verdict", "disproved")
                                .link(SF.similarTo.asNode(), PILOT.value()));
        story.publish(
                "turku",
                EntryKind.SCALING_EVENT,
                "s",
                about ->
                        about.title("fi", "Laajennus")
                                .link(SF.scales.asNode(), PILOT.value())
                                .concept(SF.rung.asNode(), "rung", "other-city"));
        story.publish(
                "turku",
                EntryKind.RESULT,
                "w",
                about ->
                        about.title("fi", "Peruttu")
                                .concept(SF.verdict.asNode(), "verdict", "disproved"));
        story.withdraw(Story.iri("turku", EntryKind.RESULT, "w"), "a mistake");
        store.projection().apply(story.batch());
    }

    private static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void listsTheLatestWithoutMembersAndWithdrawnEntries() {
        assertThat(store.latest(10))
                .extracting(summary -> summary.iri().key())
                .containsExactly("s", "r", "p");
        assertThat(store.latest(2)).hasSize(2);
    }

    @Test
    void summarisesAnEntry() {
        EntrySummary summary = store.latest(10).getLast();
        assertThat(summary.title()).isEqualTo(Map.of("nb", "Kamera", "en", "Camera"));
        assertThat(summary.city()).isEqualTo(new CityId("oslo"));
        assertThat(summary.themes()).containsExactly("parking");
        assertThat(summary.verdict()).isNull();
    }

    @Test
    void listsWhatWasRefuted() {
        assertThat(store.refuted(10)).extracting(EntrySummary::iri).containsExactly(RESULT);
    }

    @Test
    void listsWhatWasScaledWithItsProof() {
        assertThat(store.scaled(10))
                .singleElement()
                .satisfies(scaled -> {
                    assertThat(scaled.entry().iri()).isEqualTo(PILOT);
                    assertThat(scaled.event().city()).isEqualTo(new CityId("turku"));
                    assertThat(scaled.event().rung()).isEqualTo("other-city");
                });
    }

    @Test
    void countsEntriesThatHold() {
        EntryCounts counts = store.counts();
        assertThat(counts.byKind())
                .isEqualTo(
                        Map.of(
                                EntryKind.MEMBER, 1L,
                                EntryKind.PILOT, 1L,
                                EntryKind.RESULT, 1L,
                                EntryKind.SCALING_EVENT, 1L));
        assertThat(counts.byCity())
                .isEqualTo(
                        Map.of(
                                new CityId("hub"), 1L,
                                new CityId("oslo"), 2L,
                                new CityId("turku"), 1L));
        assertThat(counts.byVerdict()).isEqualTo(Map.of("disproved", 1L));
    }

    @Test
    void tellsWhoPointsAtAnEntry() {
        assertThat(store.entry(PILOT).orElseThrow().incoming())
                .extracting(link -> link.from().iri().key(), IncomingLink::property)
                .containsExactly(tuple("s", SF.scales.getURI()), tuple("r", SF.similarTo.getURI()));
    }

    @Test
    void knowsNothingOfAnEntryThatNeverWas() {
        assertThat(store.entry(Story.iri("oslo", EntryKind.PILOT, "never"))).isEmpty();
    }
}
