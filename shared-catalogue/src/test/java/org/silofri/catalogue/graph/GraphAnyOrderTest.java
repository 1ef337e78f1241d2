package org.silofri.catalogue.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.projection.AnyOrder;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Story;

/** Any order and any duplicates lead to the same graph. */
class GraphAnyOrderTest {

    @TempDir Path inOrder;
    @TempDir Path shuffled;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAlikeInAnyOrder(long seed) {
        var anyOrder = new AnyOrder(seed);
        Story story = anyOrder.story();
        try (GraphStore one = GraphStore.open(inOrder);
                GraphStore other = GraphStore.open(shuffled)) {
            one.projection().apply(story.batch());
            for (Batch batch : anyOrder.told(story)) {
                other.projection().apply(batch);
                assertThat(other.digests()).isEqualTo(other.recomputedDigests());
            }
            assertThat(quads(other)).isEqualTo(quads(one));
            assertThat(other.digests().byCity()).isEqualTo(one.digests().byCity());
        }
    }

    private static Set<Quad> quads(GraphStore store) {
        return store.read(dataset -> {
            var quads = new HashSet<Quad>();
            dataset.find().forEachRemaining(quads::add);
            return quads;
        });
    }
}
