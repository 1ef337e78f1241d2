package org.silofri.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.projection.AnyOrder;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Story;

/** Any order and any duplicates lead to the same index. */
class SearchAnyOrderTest {

    @TempDir Path inOrder;
    @TempDir Path shuffled;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAlikeInAnyOrder(long seed) {
        var anyOrder = new AnyOrder(seed);
        Story story = anyOrder.story();
        try (SearchIndex one = SearchIndex.open(inOrder);
                SearchIndex other = SearchIndex.open(shuffled)) {
            one.projection().apply(story.batch());
            for (Batch batch : anyOrder.told(story)) {
                other.projection().apply(batch);
            }
            assertThat(titles(other)).isEqualTo(titles(one));
        }
    }

    private static Map<EntryIri, String> titles(SearchIndex index) {
        return index.search(SearchRequest.of("", "nb")).hits().stream()
                .collect(Collectors.toMap(Hit::iri, hit -> hit.title().getOrDefault("nb", "")));
    }
}
