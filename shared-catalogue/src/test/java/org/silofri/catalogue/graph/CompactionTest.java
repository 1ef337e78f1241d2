package org.silofri.catalogue.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.Story;

class CompactionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final Story story = new Story();

    private void apply(GraphStore store, Change change) {
        store.projection().apply(Story.batch(change.n(), change));
    }

    /** An erasure asks for a compaction at once. */
    private void askForCompaction(GraphStore store) {
        apply(store, story.publish("oslo", EntryKind.PILOT, "gone", "Borte"));
        apply(store, story.erase(Story.iri("oslo", EntryKind.PILOT, "gone")));
    }

    @Test
    void losesNoBatchThatIsAppliedMeanwhile() {
        try (GraphStore store = GraphStore.open(folder)) {
            for (int i = 0; i < 30; i++) {
                apply(store, story.publish("oslo", EntryKind.PILOT, "before" + i, "Før"));
            }
            askForCompaction(store);
            Path second = folder.resolve("gen-2");
            for (int i = 0; i < 30; i++) {
                apply(store, story.publish("oslo", EntryKind.PILOT, "meanwhile" + i, "Under"));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(folder.resolve("gen-1")).doesNotExist());
            assertThat(second).isDirectory();
            assertThat(store.checkpoint()).isEqualTo(story.changes().size());
            assertThat(store.counts().byKind()).containsEntry(EntryKind.PILOT, 60L);
            assertThat(store.digests()).isEqualTo(store.recomputedDigests());
        }
    }

    @Test
    void continuesAfterwards() {
        EntryIri later = Story.iri("oslo", EntryKind.PILOT, "later");
        try (GraphStore store = GraphStore.open(folder)) {
            askForCompaction(store);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(folder.resolve("gen-1")).doesNotExist());
            apply(store, story.publish("oslo", EntryKind.PILOT, "later", "Senere"));
        }
        try (GraphStore store = GraphStore.open(folder)) {
            assertThat(store.entry(later)).isPresent();
            assertThat(store.checkpoint()).isEqualTo(3);
        }
    }

    @Test
    void closesWhileItRuns() {
        try (GraphStore store = GraphStore.open(folder)) {
            askForCompaction(store);
        }
        try (GraphStore store = GraphStore.open(folder)) {
            assertThat(store.checkpoint()).isEqualTo(2);
        }
        assertThat(folder)
                .isDirectoryNotContaining(path -> Files.isDirectory(path) && !isUsed(path));
    }

    private boolean isUsed(Path generation) {
        try {
            return Files.readString(folder.resolve("CURRENT"))
                    .strip()
                    .equals(generation.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
