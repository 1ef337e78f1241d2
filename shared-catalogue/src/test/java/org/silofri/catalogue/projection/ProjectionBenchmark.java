package org.silofri.catalogue.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.search.SearchIndex;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.ontology.SF;

/**
 * Measures how fast batches are applied and searches answered. Not a test: run its main method with
 * the number of entries (10,000 unless told).
 */
final class ProjectionBenchmark {

    private static final int[] BATCHES = {1, 10, 100, 500};
    private static final int MILLION = 1_000_000;
    private static final int SEARCHES = 400;
    private static final String[] WORDS = {
        "parkering",
        "kamera",
        "sensor",
        "fjernvarme",
        "affald",
        "sykkel",
        "luftkvalitet",
        "skole",
        "buss",
        "energi",
        "bygg",
        "vann",
        "data",
        "plattform",
        "havn",
        "park",
        "lys",
        "støy",
        "trafikk",
        "helse",
        "innkjøp",
        "klima",
        "tilpasning",
        "gjenbruk",
        "mat",
        "veg",
        "snø",
        "lading",
        "delebil",
        "stasjon"
    };
    private static final String[] CITIES = {"oslo", "turku", "malmo", "aarhus", "reykjavik"};

    private final Random random = new Random(1);
    private final Story story = new Story();

    private ProjectionBenchmark() {}

    public static void main(String[] args) throws IOException {
        int entries = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        new ProjectionBenchmark().run(entries);
    }

    private void run(int entries) throws IOException {
        List<Change> first = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            first.add(publish(i));
        }
        Path folder = Files.createTempDirectory("silofri-projections");
        try (GraphStore graph = GraphStore.open(folder.resolve("graph"));
                SearchIndex index = SearchIndex.open(folder.resolve("index"))) {
            print(
                    "graph, new entries, 500",
                    entries,
                    time(() -> apply(graph.projection(), first, 500)));
            print(
                    "search, new entries, 500",
                    entries,
                    time(() -> apply(index.projection(), first, 500)));
            changes(graph.projection(), "graph", entries);
            changes(index.projection(), "search", entries);
            reads(graph);
            searches(index);
        }
    }

    private void changes(Projection projection, String name, int entries) {
        for (int batch : BATCHES) {
            List<Change> changed = new ArrayList<>();
            for (int i = 0; i < Math.max(100, 2 * batch); i++) {
                changed.add(publish(random.nextInt(entries)));
            }
            long nanos = time(() -> apply(projection, changed, batch));
            print("%s, changed entries, %d".formatted(name, batch), changed.size(), nanos);
        }
    }

    private static void apply(Projection projection, List<Change> changes, int batch) {
        for (int from = 0; from < changes.size(); from += batch) {
            List<Change> part = changes.subList(from, Math.min(changes.size(), from + batch));
            projection.apply(new Batch(part, part.getLast().n()));
        }
    }

    private void reads(GraphStore graph) {
        print("digests, first", 1, time(graph::digests));
        print("digests, again", 1, time(graph::digests));
        print("latest 10", 1, time(() -> graph.latest(10)));
        print("counts", 1, time(graph::counts));
        print("refuted 10", 1, time(() -> graph.refuted(10)));
    }

    private void searches(SearchIndex index) {
        latencies("search, one word", () -> index.search(SearchRequest.of(words(1), "nb")));
        latencies("search, three words", () -> index.search(SearchRequest.of(words(3), "nb")));
        latencies("search, everything", () -> index.search(SearchRequest.of("", "nb")));
        latencies("similar, five words", () -> index.similar(words(5), "nb", 5));
    }

    private static void latencies(String what, Runnable search) {
        long[] nanos = new long[SEARCHES];
        for (int i = 0; i < SEARCHES * 2; i++) {
            nanos[i % SEARCHES] = time(search);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %.2f ms, p99 %.2f ms%n",
                what,
                (double) nanos[SEARCHES / 2] / MILLION,
                (double) nanos[SEARCHES * 99 / 100] / MILLION);
    }

    private static long time(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static void print(String what, int times, long nanos) {
        double each = (double) nanos / times / MILLION;
        System.out.printf(
                Locale.ROOT, "%-32s %.3f ms each, %.0f a second%n", what, each, 1_000 / each);
    }

    private String words(int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return String.join(" ", words);
    }

    private Change publish(int number) {
        EntryKind kind = number % 3 == 0 ? EntryKind.RESULT : EntryKind.PILOT;
        String verdict = number % 2 == 0 ? "confirmed" : "disproved";
        return story.publish(
                CITIES[number % CITIES.length],
                kind,
                "e" + number,
                about -> {
                    about.title("nb", words(6) + number).title("en", words(6));
                    about.text("nb", words(40)).text("en", words(40));
                    about.link(DCTerms.license.asNode(), "https://licence.example/zero");
                    about.concept(DCTerms.subject.asNode(), "theme", WORDS[number % 14]);
                    if (kind == EntryKind.RESULT) {
                        about.concept(SF.verdict.asNode(), "verdict", verdict);
                    }
                    for (int i = 0; i < 8; i++) {
                        about.part(
                                "measure-" + i,
                                SF.measure.asNode(),
                                DCTerms.title.asNode(),
                                NodeFactory.createLiteralLang(words(2), "nb"));
                    }
                });
    }
}
