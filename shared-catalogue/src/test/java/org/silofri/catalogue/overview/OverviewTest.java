package org.silofri.catalogue.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
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
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.projection.Story;
import org.silofri.ontology.SF;

class OverviewTest {

    private static final Node DERIVED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node GENERATED =
            NodeFactory.createURI("http://www.w3.org/ns/prov#wasGeneratedBy");

    @TempDir Path folder;
    private final Story story = new Story();
    private GraphStore store;
    private Overview overview;

    @BeforeEach
    void open() {
        store = GraphStore.open(folder);
        overview = new Overview(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsWhatACityAdoptedFromAnother() {
        story.publish("helsinki", EntryKind.SOLUTION, "signs", "Skilt");
        adopt("stavanger", "signs-here", Story.iri("helsinki", EntryKind.SOLUTION, "signs"));
        adopt("helsinki", "signs-2", Story.iri("helsinki", EntryKind.SOLUTION, "signs"));
        apply();

        assertThat(overview.adoptions())
                .extracting(it -> it.own().city().value(), it -> it.origin().iri().key())
                .containsExactly(tuple("stavanger", "signs"));
    }

    @Test
    void takesAProblemForSolvedOnceItsCityScaledTheAnswer() {
        EntryIri problem = problem("oslo", "parking");
        EntryIri pilot = pilot("oslo", "sensors", problem);
        story.publish(
                "oslo",
                EntryKind.RESULT,
                "measured",
                about -> about.title("nb", "Måling").link(GENERATED, pilot.value()));
        scale("oslo", Story.iri("oslo", EntryKind.RESULT, "measured"), "operations");
        apply();

        assertThat(overview.solved()).extracting(it -> it.iri()).containsExactly(problem);
    }

    @Test
    void takesAProblemForOpenWhileItsAnswerIsTriedOrScaledElsewhere() {
        EntryIri tried = problem("oslo", "tried");
        scale("oslo", pilot("oslo", "at-one-site", tried), "site");
        EntryIri elsewhere = problem("oslo", "elsewhere");
        scale("turku", pilot("turku", "in-turku", elsewhere), "city");
        apply();

        assertThat(overview.solved()).isEmpty();
    }

    @Test
    void takesAReplacedProblemForSolved() {
        EntryIri old = problem("oslo", "old");
        story.publish(
                "oslo",
                EntryKind.PROBLEM,
                "new",
                about -> about.title("nb", "Ny").link(SF.supersedes.asNode(), old.value()));
        apply();

        assertThat(overview.solved()).extracting(it -> it.iri()).containsExactly(old);
    }

    @Test
    void tellsWhatWasWithdrawnAndWhy() {
        EntryIri problem = problem("oslo", "mistaken");
        problem("oslo", "kept");
        story.withdraw(problem, "typed twice");
        apply();

        assertThat(overview.withdrawn(10))
                .singleElement()
                .satisfies(withdrawal -> {
                    assertThat(withdrawal.entry()).isEqualTo(problem);
                    assertThat(withdrawal.city()).isEqualTo(new CityId("oslo"));
                    assertThat(withdrawal.reason()).containsValue("typed twice");
                });
    }

    @Test
    void countsThePartnersOfACity() {
        for (String key : new String[] {"a", "b"}) {
            story.publish(
                    "oslo",
                    EntryKind.PILOT,
                    key,
                    about ->
                            about.title("nb", key)
                                    .part(
                                            "partner-1",
                                            SF.partner.asNode(),
                                            DCTerms.title.asNode(),
                                            NodeFactory.createLiteralString("Ruter")));
        }
        apply();

        assertThat(overview.partners(new CityId("oslo"), 5))
                .containsExactly(new PartnerLine("Ruter", null, 2));
        assertThat(overview.partners(new CityId("turku"), 5)).isEmpty();
    }

    @Test
    void summarisesOnlyWhatHolds() {
        EntryIri gone = problem("oslo", "gone");
        EntryIri kept = problem("oslo", "kept");
        story.withdraw(gone, "a mistake");
        apply();

        assertThat(store.summaries(List.of(gone, kept)))
                .singleElement()
                .satisfies(it -> assertThat(it.title()).isEqualTo(Map.of("nb", "kept")));
    }

    private void apply() {
        store.projection().apply(story.batch());
    }

    private EntryIri problem(String city, String key) {
        story.publish(city, EntryKind.PROBLEM, key, key);
        return Story.iri(city, EntryKind.PROBLEM, key);
    }

    private EntryIri pilot(String city, String key, EntryIri problem) {
        story.publish(
                city,
                EntryKind.PILOT,
                key,
                about -> about.title("nb", key).link(SF.addresses.asNode(), problem.value()));
        return Story.iri(city, EntryKind.PILOT, key);
    }

    private void scale(String city, EntryIri what, String rung) {
        story.publish(
                city,
                EntryKind.SCALING_EVENT,
                "scaled-" + what.key(),
                about ->
                        about.title("nb", "Skalert")
                                .link(SF.scales.asNode(), what.value())
                                .concept(SF.rung.asNode(), "rung", rung));
    }

    private void adopt(String city, String key, EntryIri from) {
        story.publish(
                city,
                EntryKind.SOLUTION,
                key,
                about -> about.title("nb", key).link(DERIVED, from.value()));
    }
}
