package org.silofri.node.cli.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.cli.demo.process.DemoNode;

/**
 * Measures real processes: start, memory, publish to <i>saved</i>, publish to visible at a peer,
 * catching up after an absence, bootstrap of a late node. Not a test: run by
 * docs/benchmarks/measure.sh, asserts no time.
 */
class MeasureBench {

    private static final int RATE = Integer.getInteger("measure.rate", 50);
    private static final int TIMED = Integer.getInteger("measure.timed", 1_500);
    private static final int WARM_UP = Integer.getInteger("measure.warmup", 5_000);
    private static final int MISSED = Integer.getInteger("measure.missed", 1_000);
    private static final int BOOTSTRAP = Integer.getInteger("measure.bootstrap", 10_000);
    private static final DemoNode COPENHAGEN = ProcessNetwork.node("copenhagen");
    private static final DemoNode STAVANGER = ProcessNetwork.node("stavanger");
    private static final DemoNode HELSINKI = ProcessNetwork.node("helsinki");
    private static final String COUNT =
            "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT (COUNT(*) AS ?n) {"
                    + " ?s dcterms:title ?t FILTER(STRSTARTS(STR(?t), 'measure ')) }";

    @TempDir private Path root;
    private final AtomicInteger titles = new AtomicInteger();

    @Test
    void measures() throws IOException, InterruptedException {
        try (ProcessNetwork network = new ProcessNetwork(root)) {
            network.start(List.of(COPENHAGEN, STAVANGER));
            startAndRest(network);
            steady(network, "cold nodes", TIMED / 3);
            steady(network, "the %d after these".formatted(WARM_UP), WARM_UP);
            steady(network, "nodes that have run for minutes", TIMED);
            catchUp(network);
            bootstrap(network);
        }
    }

    private void startAndRest(ProcessNetwork network) throws IOException {
        long start = System.nanoTime();
        network.stop(STAVANGER);
        long stopped = System.nanoTime();
        network.restart(STAVANGER);
        report("clean stop", seconds(start, stopped));
        report("start of a city's node until ready", seconds(stopped, System.nanoTime()));
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
        report("memory (RSS) of an idle city's node", memory(network, STAVANGER));
    }

    /** Publishes at a steady rate; a delay counts from the moment at which the call was due. */
    private void steady(ProcessNetwork network, String how, int count) throws InterruptedException {
        long[] due = new long[count];
        long[] saved = new long[count];
        long[] places = new long[count];
        PeerWatch graph = new PeerWatch(network, STAVANGER, PeerWatch.Answer.GRAPH, count);
        PeerWatch search = new PeerWatch(network, STAVANGER, PeerWatch.Answer.SEARCH, count);
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.execute(graph);
            calls.execute(search);
            long first = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int n = i;
                due[n] = first + n * TimeUnit.SECONDS.toNanos(1) / RATE;
                LockSupport.parkNanos(Math.max(0, due[n] - System.nanoTime()));
                calls.execute(() -> {
                    places[n] = publish(network, COPENHAGEN, titles.incrementAndGet());
                    saved[n] = System.nanoTime();
                });
            }
            calls.shutdown();
            calls.awaitTermination(5, TimeUnit.MINUTES);
        }
        String at = " at %d/s, %s".formatted(RATE, how);
        report("publish to saved" + at, delays(due, saved));
        report("publish to visible by SPARQL at a peer" + at, delays(due, seen(graph, places)));
        report("publish to visible in search at a peer" + at, delays(due, seen(search, places)));
    }

    private static long[] seen(PeerWatch watch, long[] places) {
        return Arrays.stream(places).map(watch::seen).toArray();
    }

    /** A node that was off gets what it has missed. */
    private void catchUp(ProcessNetwork network) throws InterruptedException {
        network.stop(STAVANGER);
        fill(network, MISSED);
        long start = System.nanoTime();
        network.restart(STAVANGER);
        long ready = System.nanoTime();
        awaitAll(network, STAVANGER);
        report(
                "a node that missed %d entries: ready until all are visible".formatted(MISSED),
                "%s, start %s".formatted(rate(MISSED, ready), seconds(start, ready)));
    }

    private void bootstrap(ProcessNetwork network) throws IOException, InterruptedException {
        fill(network, Math.max(0, BOOTSTRAP - titles.get()));
        report("memory (RSS) of a node that has published them", memory(network, COPENHAGEN));
        long start = System.nanoTime();
        network.join(HELSINKI);
        long ready = System.nanoTime();
        awaitAll(network, HELSINKI);
        String all = "late node, %d entries: ".formatted(titles.get());
        report(
                all + "ready until all are visible",
                "%s, start %s".formatted(rate(titles.get(), ready), seconds(start, ready)));
        report(all + "data folder", size(network.data(HELSINKI)) / (1 << 20) + " MiB");
        report(all + "memory (RSS)", memory(network, HELSINKI));
    }

    /** Publishes as fast as the city's quota lets it; the quota paces the clients. */
    private void fill(ProcessNetwork network, int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        long start = System.nanoTime();
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 4; client++) {
                calls.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        publish(network, COPENHAGEN, titles.incrementAndGet());
                    }
                });
            }
            calls.shutdown();
            calls.awaitTermination(30, TimeUnit.MINUTES);
        }
        report("%d entries published by 4 clients".formatted(count), rate(count, start));
    }

    private static void awaitAll(ProcessNetwork network, DemoNode node) {
        long all = network.count(COPENHAGEN, COUNT);
        while (network.count(node, COUNT) < all) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Publishes until it is saved, and tells its sequence number. */
    private static long publish(ProcessNetwork network, DemoNode city, int n) {
        String title = "measure " + n;
        while (true) {
            try {
                HttpResponse<String> answer = network.send(network.publish(city, title, title));
                if (answer.statusCode() < 300) {
                    String position = answer.headers().firstValue("Silofri-Position").orElseThrow();
                    return Long.parseLong(position.substring(position.indexOf(':') + 1));
                }
            } catch (IOException e) {
                report("call repeated", String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String memory(ProcessNetwork network, DemoNode node) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + network.pid(node) + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB";
            }
        }
        return "unknown";
    }

    private static String delays(long[] from, long[] to) {
        long[] sorted = new long[from.length];
        for (int i = 0; i < from.length; i++) {
            sorted[i] = to[i] == 0 ? Long.MAX_VALUE : to[i] - from[i];
        }
        Arrays.sort(sorted);
        return "p50 %s, p99 %s"
                .formatted(
                        millis(sorted[sorted.length / 2]),
                        millis(sorted[sorted.length * 99 / 100]));
    }

    private static String millis(long nanos) {
        return nanos == Long.MAX_VALUE
                ? "never"
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String seconds(long from, long to) {
        return String.format(Locale.ROOT, "%.1f s", (to - from) / 1e9);
    }

    private static String rate(int count, long since) {
        double seconds = (System.nanoTime() - since) / 1e9;
        return String.format(Locale.ROOT, "%.1f s (%.0f/s)", seconds, count / seconds);
    }

    private static void report(String what, String value) {
        System.out.printf("measure | %s | %s |%n", what, value);
    }
}
