package org.silofri.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.projection.Story;

/** No text that a reader can write makes a search fail. */
class NastyQueriesTest {

    private static final long SEED = 20261123;
    private static final int RANDOM_QUERIES = 300;

    @TempDir Path folder;
    private SearchIndex index;

    @BeforeEach
    void fillIndex() {
        index = SearchIndex.open(folder);
        var story = new Story();
        story.publish("oslo", EntryKind.PILOT, "a", "Parkering med kamera og (AND) \"sensor\"");
        story.publish("oslo", EntryKind.PILOT, "b", "🚲 Sykkel Ærø 東京 العربية");
        index.projection().apply(story.batch());
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    static List<String> nasty() {
        return List.of(
                "*",
                "?",
                "***:***",
                "a* OR *",
                "title:*",
                "[* TO *]",
                "((((((((((",
                "\"unbalanced",
                "AND OR NOT",
                "/(a+)+$/",
                "kamera~99999",
                "kamera^1e999",
                "\\",
                "\u0000\u0001\u001f",
                "\ud800",
                "kamera\udc00parkering",
                "\u202eabc\u202c",
                "🚲🚲🚲",
                "' OR 1=1 --",
                "<script>alert(1)</script>",
                "%00%ff",
                "a".repeat(100_000),
                "a ".repeat(50_000),
                "ab cd ef gh ij kl mn ".repeat(2_000),
                "e\u0301".repeat(600),
                "\u200b\u00ad\ufeff",
                "東京都の駐車場",
                "https://oslo.example/id/pilot/a",
                "https://oslo.example/id/pilot/" + "a".repeat(400));
    }

    @Test
    void answersEveryQuery() {
        Stream.concat(nasty().stream(), random())
                .forEach(query -> {
                    SearchResult result = index.search(SearchRequest.of(query, query));
                    assertThat(result.total()).as(query).isBetween(0L, 2L);
                    assertThat(index.similar(query, query, 5)).hasSizeBetween(0, 2);
                });
    }

    private static Stream<String> random() {
        var random = new Random(SEED);
        String signs = "aåæøö kKÞð0-+\"'()[]{}~^*?:\\/!&|\t\n\u0301\ud83d\udeb2";
        return IntStream.range(0, RANDOM_QUERIES)
                .mapToObj(_ ->
                        random.ints(random.nextInt(80), 0, signs.length())
                                .mapToObj(i -> String.valueOf(signs.charAt(i)))
                                .reduce("", String::concat));
    }

    @Test
    void answersEveryFilterAndPage() {
        var values = new ArrayList<>(nasty());
        IntStream.range(0, 5_000).mapToObj(i -> "value" + i).forEach(values::add);
        for (Facet facet : Facet.values()) {
            var request =
                    new SearchRequest(
                            "kamera",
                            "nb",
                            Map.of(facet, Set.copyOf(values)),
                            Integer.MAX_VALUE,
                            Integer.MIN_VALUE);
            assertThat(index.search(request).hits()).isEmpty();
        }
    }

    @Test
    void takesAnEmptyFilterForNone() {
        var request =
                new SearchRequest(
                        "", "nb", Map.of(Facet.KIND, Set.of(""), Facet.CITY, Set.of()), 0, 10);
        assertThat(index.search(request).total()).isEqualTo(2);
    }

    @Test
    void findsNothingForSignsAlone() {
        assertThat(index.search(SearchRequest.of("?!", "nb")).total()).isZero();
    }
}
