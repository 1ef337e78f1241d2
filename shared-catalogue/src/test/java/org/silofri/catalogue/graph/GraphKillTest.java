package org.silofri.catalogue.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.projection.KilledChild;
import org.silofri.catalogue.projection.LongStory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process that applies batches at random moments, in compactions too: checkpoint and
 * content agree afterwards. {@code -Dsilofri.kills=30} for a long run.
 */
class GraphKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(GraphKillTest.class);
    private static final int LENGTH = 2_000;
    private static final int BATCH = 7;

    @TempDir Path folder;

    /** The process that is killed. */
    static final class Child {
        public static void main(String[] args) {
            GraphStore store = GraphStore.open(Path.of(args[0]));
            KilledChild.tell(store.projection(), new LongStory(LENGTH), BATCH);
        }
    }

    @Test
    void agreesWithItsCheckpointAfterAKill() throws IOException, InterruptedException {
        long seed = Long.getLong("silofri.seed", System.nanoTime());
        LOG.info("seed {}", seed);
        var random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("silofri.kills", 3); round++) {
            long told = KilledChild.runAndKill(Child.class, folder, 1 + random.nextInt(15));
            assertAgrees(told);
        }
    }

    private void assertAgrees(long told) {
        try (GraphStore store = GraphStore.open(folder)) {
            long checkpoint = store.checkpoint();
            LOG.info("told {}, kept {}", told, checkpoint);
            assertThat(checkpoint).isGreaterThanOrEqualTo(told);
            LongStory.titlesAt(checkpoint)
                    .forEach((entry, title) ->
                            assertThat(store.entry(entry))
                                    .as("%s at %d", entry, checkpoint)
                                    .hasValueSatisfying(known ->
                                            assertThat(known.title().values())
                                                    .containsExactlyElementsOf(
                                                            title.stream().toList())));
            assertThat(store.digests()).isEqualTo(store.recomputedDigests());
            assertThat(defaultGraph(store)).isEqualTo(entryGraphs(store));
        }
    }

    private static Set<Triple> defaultGraph(GraphStore store) {
        return store.read(dataset -> new HashSet<>(dataset.getDefaultGraph().find().toList()));
    }

    private static Set<Triple> entryGraphs(GraphStore store) {
        return store.read(dataset -> {
            var triples = new HashSet<Triple>();
            dataset.findNG(null, null, null, null)
                    .forEachRemaining(quad -> {
                        if (!quad.getGraph().getURI().endsWith("#prov")) {
                            triples.add(quad.asTriple());
                        }
                    });
            return triples;
        });
    }
}
