package org.silofri.catalogue.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.FolderScan;
import org.silofri.catalogue.projection.Rebuild;
import org.silofri.catalogue.projection.Story;
import org.silofri.ontology.SF;

class GraphStoreTest {

    private static final EntryIri PILOT = Story.iri("oslo", EntryKind.PILOT, "a");

    @TempDir Path folder;
    private final Story story = new Story();
    private GraphStore store;

    @BeforeEach
    void openStore() {
        store = GraphStore.open(folder);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void apply() {
        store.projection().apply(story.batch());
    }

    private boolean ask(String query) {
        return store.read(dataset -> {
            try (var exec = QueryExec.dataset(dataset).query(query).build()) {
                return exec.ask();
            }
        });
    }

    private List<Quad> quads() {
        return store.read(dataset -> {
            List<Quad> quads = new ArrayList<>();
            dataset.find().forEachRemaining(quads::add);
            return quads;
        });
    }

    @Test
    void putsAnEntryIntoItsGraphAndTheDefaultGraph() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        apply();
        assertThat(ask("ASK { <%s> ?p \"Delesykler\"@nb }".formatted(PILOT))).isTrue();
        assertThat(ask("ASK { GRAPH <%s> { ?s ?p \"Delesykler\"@nb } }".formatted(PILOT))).isTrue();
    }

    @Test
    void removesExactlyTheOldTriples() {
        story.publish(
                "oslo",
                EntryKind.PILOT,
                "a",
                about ->
                        about.title("nb", "Gammel")
                                .part(
                                        "measure-1",
                                        SF.measure.asNode(),
                                        SF.unit.asNode(),
                                        text("%")));
        story.publish("oslo", EntryKind.PILOT, "b", "Nabo");
        apply();
        Change changed = story.publish("oslo", EntryKind.PILOT, "a", "Ny");
        store.projection().apply(Story.batch(3, changed));
        assertThat(ask("ASK { { ?s ?p \"Gammel\"@nb } UNION { GRAPH ?g { ?s ?p \"%\" } } }"))
                .isFalse();
        assertThat(ask("ASK { ?s ?p \"%\" }")).isFalse();
        assertThat(ask("ASK { ?s ?p \"Ny\"@nb . ?t ?p \"Nabo\"@nb }")).isTrue();
    }

    private static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    @Test
    void tellsWhereAnEntryComesFromInItsProvenanceGraphAlone() {
        story.publish(
                "oslo",
                EntryKind.PILOT,
                "a",
                about ->
                        about.title("nb", "A").link(DCTerms.license.asNode(), "https://l.example"));
        apply();
        Provenance known = store.entry(PILOT).orElseThrow().provenance();
        assertThat(known.city()).isEqualTo(new CityId("oslo"));
        assertThat(known.position()).isEqualTo(new Position(1, 1));
        assertThat(known.licence()).contains("https://l.example");
        assertThat(known.kid()).contains("thumbprint");
        assertThat(ask("ASK { ?s <%s> ?hash }".formatted(SF.eventHash))).isFalse();
        assertThat(
                        ask(
                                "ASK { GRAPH <%s> { <%s> <%s> <https://oslo.example> } }"
                                        .formatted(
                                                PILOT.provenanceGraph(),
                                                PILOT,
                                                "http://www.w3.org/ns/prov#wasAttributedTo")))
                .isTrue();
    }

    @Test
    void keepsOnlyTimeAndReasonOfAWithdrawnEntry() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        story.withdraw(PILOT, "published by mistake");
        apply();
        EntryRecord record = store.entry(PILOT).orElseThrow();
        assertThat(record.isLive()).isFalse();
        assertThat(record.graph().isEmpty()).isTrue();
        assertThat(record.provenance().withdrawalReason())
                .isEqualTo(Map.of("en", "published by mistake"));
        assertThat(ask("ASK { ?s ?p \"Delesykler\"@nb }")).isFalse();
    }

    @Test
    void revivesAWithdrawnEntryWithALaterSnapshot() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        story.withdraw(PILOT, "published by mistake");
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler igjen");
        apply();
        EntryRecord record = store.entry(PILOT).orElseThrow();
        assertThat(record.isLive()).isTrue();
        assertThat(record.title()).containsEntry("nb", "Delesykler igjen");
        assertThat(record.provenance().withdrawalReason()).isEmpty();
    }

    @Test
    void leavesNothingOfAnErasedVersionInTheFiles() {
        story.publish("oslo", EntryKind.PILOT, "a", "Hemmelighetsnavnet");
        story.publish("oslo", EntryKind.PILOT, "b", "Blir");
        apply();
        Change erased = story.erase(PILOT);
        store.projection().apply(Story.batch(3, erased));
        assertThat(store.entry(PILOT).orElseThrow().isLive()).isFalse();
        await().ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(FolderScan.contains(folder, "Hemmelighetsnavnet")).isFalse());
        assertThat(store.checkpoint()).isEqualTo(3);
        assertThat(ask("ASK { ?s ?p \"Blir\"@nb }")).isTrue();
    }

    @Test
    void keepsALaterVersionThanTheErasedOne() {
        story.publish("oslo", EntryKind.PILOT, "a", "Med navn");
        story.publish("oslo", EntryKind.PILOT, "a", "Uten navn");
        story.erase(PILOT, new Position(1, 1));
        apply();
        assertThat(store.entry(PILOT).orElseThrow().title()).containsEntry("nb", "Uten navn");
    }

    @Test
    void changesNothingWhenTheSameEventsAreToldAgain() {
        story.publish("oslo", EntryKind.PILOT, "a", "En");
        story.publish("oslo", EntryKind.PILOT, "a", "To");
        story.withdraw(Story.iri("oslo", EntryKind.PILOT, "b"), "never published here");
        apply();
        List<Quad> before = quads();
        for (Change change : story.changes()) {
            store.projection().apply(Story.batch(change.n(), change));
        }
        assertThat(quads()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void forgetsWhatAClosedEpochHeldBeyondItsEnd() {
        story.publish("oslo", EntryKind.PILOT, "a", "Beholdes");
        story.publish("oslo", EntryKind.PILOT, "b", "Tapt");
        story.startEpoch("oslo", 1);
        apply();
        assertThat(store.entry(PILOT)).isPresent();
        assertThat(store.entry(Story.iri("oslo", EntryKind.PILOT, "b"))).isEmpty();
    }

    @Test
    void hidesItsCheckpointFromQueries() {
        store.projection().apply(Story.batch(41));
        assertThat(store.checkpoint()).isEqualTo(41);
        assertThat(quads()).isEmpty();
        assertThat(ask("ASK { GRAPH ?g { } }")).isFalse();
        int prefixes = store.read(dataset -> dataset.prefixes().size());
        assertThat(prefixes).isZero();
    }

    @Test
    void refusesToWriteWhileReading() {
        assertThatThrownBy(() ->
                        store.read(dataset -> {
                            dataset.add(
                                    Quad.create(
                                            Quad.defaultGraphIRI,
                                            Triple.create(text("s"), text("p"), text("o"))));
                            return true;
                        }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void keepsContentAndCheckpointAcrossARestart() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        apply();
        store.close();
        store = GraphStore.open(folder);
        assertThat(store.checkpoint()).isEqualTo(1);
        assertThat(store.entry(PILOT)).isPresent();
    }

    @Test
    void servesTheOldStoreUntilARebuildTakesOver() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        apply();
        String digest = store.digests().of(new CityId("oslo"));
        try (Rebuild rebuild = store.rebuild()) {
            assertThat(rebuild.checkpoint()).isZero();
            assertThat(store.entry(PILOT)).isPresent();
            rebuild.apply(story.batch());
            rebuild.takeOver();
        }
        assertThat(store.entry(PILOT)).isPresent();
        assertThat(store.digests().of(new CityId("oslo"))).isEqualTo(digest);
        assertThat(folder.resolve("gen-1")).doesNotExist();
        assertThat(folder.resolve("gen-2")).isDirectory();
    }

    @Test
    void letsARunningReaderFinishAcrossARebuild() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        apply();
        boolean found =
                store.read(dataset -> {
                    try (Rebuild rebuild = store.rebuild()) {
                        rebuild.takeOver();
                    }
                    return dataset.containsGraph(NodeFactory.createURI(PILOT.value()));
                });
        assertThat(found).isTrue();
        assertThat(store.entry(PILOT)).isEqualTo(Optional.empty());
    }

    @Test
    void throwsARebuildAwayThatDoesNotTakeOver() {
        story.publish("oslo", EntryKind.PILOT, "a", "Delesykler");
        apply();
        store.rebuild().close();
        store.close();
        store = GraphStore.open(folder);
        assertThat(store.entry(PILOT)).isPresent();
        assertThat(folder.resolve("gen-2")).doesNotExist();
    }
}
