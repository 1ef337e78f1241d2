package org.silofri.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.KilledChild;
import org.silofri.catalogue.projection.LongStory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process that applies batches at random moments: told again from its checkpoint on, the
 * index holds what it should. {@code -Dsilofri.kills=30} for a long run.
 */
class SearchKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(SearchKillTest.class);
    private static final int LENGTH = 3_000;
    private static final int BATCH = 20;

    @TempDir Path folder;

    /** The process that is killed. */
    static final class Child {
        public static void main(String[] args) {
            SearchIndex index = SearchIndex.open(Path.of(args[0]));
            KilledChild.tell(index.projection(), new LongStory(LENGTH), BATCH);
        }
    }

    @Test
    void continuesFromItsCheckpointAfterAKill() throws IOException, InterruptedException {
        long seed = Long.getLong("silofri.seed", System.nanoTime());
        LOG.info("seed {}", seed);
        var random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("silofri.kills", 3); round++) {
            long told = KilledChild.runAndKill(Child.class, folder, 1 + random.nextInt(30));
            assertContinues(told);
        }
    }

    private void assertContinues(long told) {
        var story = new LongStory((int) told);
        try (SearchIndex index = SearchIndex.open(folder)) {
            LOG.info("told {}, kept {}", told, index.checkpoint());
            assertThat(index.checkpoint()).isLessThanOrEqualTo(told);
            Batch rest = story.after(index.checkpoint(), (int) told);
            index.projection().apply(new Batch(rest.changes(), told));
            var found =
                    index.search(SearchRequest.of("", "nb")).hits().stream()
                            .collect(
                                    Collectors.toMap(
                                            Hit::iri,
                                            hit -> Optional.ofNullable(hit.title().get("nb"))));
            var expected = LongStory.titlesAt(told);
            expected.values().removeIf(Optional::isEmpty);
            assertThat(found).isEqualTo(expected);
        }
    }
}
