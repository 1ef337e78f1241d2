package org.silofri.node.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.cli.demo.process.DemoNode;

/**
 * Measures real processes: start, idle memory, publish to <i>saved</i>, publish to visible at a
 * peer, bootstrap of a late node. Not a test: run by docs/benchmarks/measure.sh, asserts no time.
 */
class MeasureBench {

    private static final int RATE = Integer.getInteger("measure.rate", 40);
    private static final int PUBLISHED = Integer.getInteger("measure.published", 1_000);
    private static final int BOOTSTRAP = Integer.getInteger("measure.bootstrap", 10_000);
    private static final DemoNode COPENHAGEN = ProcessNetwork.node("copenhagen");
    private static final DemoNode STAVANGER = ProcessNetwork.node("stavanger");
    private static final DemoNode HELSINKI = ProcessNetwork.node("helsinki");
    private static final String COUNT =
            "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT (COUNT(*) AS ?n) {"
                    + " ?s dcterms:title ?t FILTER(STRSTARTS(STR(?t), 'measure ')) }";

    @TempDir private Path root;

    @Test
    void measures() throws IOException, InterruptedException {
        try (ProcessNetwork network = new ProcessNetwork(root)) {
            network.start(List.of(COPENHAGEN, STAVANGER));
            long start = System.nanoTime();
            network.stop(STAVANGER);
            long stopped = System.nanoTime();
            network.restart(STAVANGER);
            report("clean stop", seconds(start, stopped));
            report("start of a city's node until ready", seconds(stopped, System.nanoTime()));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
            report(
                    "idle memory (RSS) of a city's node",
                    residentMib(network.pid(STAVANGER)) + " MiB");
            latency(network);
            fill(network);
            bootstrap(network);
        }
    }

    private void latency(ProcessNetwork network) throws InterruptedException {
        long[] saved = new long[PUBLISHED];
        AtomicLongArray began = new AtomicLongArray(PUBLISHED);
        long[] visible = new long[PUBLISHED];
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            Thread watcher = Thread.ofVirtual().start(() -> watch(network, began, visible));
            long first = System.nanoTime();
            for (int i = 0; i < PUBLISHED; i++) {
                int n = i;
                long due = first + i * TimeUnit.SECONDS.toNanos(1) / RATE;
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                calls.execute(() -> {
                    long begin = System.nanoTime();
                    began.set(n, begin);
                    try {
                        int status =
                                network.send(
                                                network.publish(
                                                        COPENHAGEN, "measure " + n, "measure " + n))
                                        .statusCode();
                        saved[n] = System.nanoTime() - begin;
                        if (status != 201) {
                            failed.incrementAndGet();
                        }
                    } catch (IOException e) {
                        failed.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            calls.shutdown();
            calls.awaitTermination(1, TimeUnit.MINUTES);
            watcher.join(Duration.ofMinutes(1));
        }
        report("not saved", String.valueOf(failed.get()));
        report("publish to saved at %d/s".formatted(RATE), percentiles(saved));
        report(
                "publish to visible by SPARQL at a peer at %d/s".formatted(RATE),
                percentiles(visible));
    }

    /** Polls the peer; the time until its answer first counts n+1 entries is n's delay. */
    private static void watch(ProcessNetwork network, AtomicLongArray began, long[] visible) {
        int seen = 0;
        while (seen < visible.length) {
            long count = network.count(STAVANGER, COUNT);
            long now = System.nanoTime();
            for (; seen < Math.min(count, visible.length); seen++) {
                visible[seen] = now - began.get(seen);
            }
        }
    }

    /** The rest of the entries, as fast as the quota of two cities lets them through. */
    private void fill(ProcessNetwork network) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(PUBLISHED);
        long start = System.nanoTime();
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 4; client++) {
                DemoNode city = client % 2 == 0 ? COPENHAGEN : STAVANGER;
                calls.execute(() -> publishUntil(network, city, next));
            }
            calls.shutdown();
            calls.awaitTermination(10, TimeUnit.MINUTES);
        }
        report(
                "%d entries published by 4 clients in two cities".formatted(BOOTSTRAP - PUBLISHED),
                seconds(start, System.nanoTime()));
    }

    private static void publishUntil(ProcessNetwork network, DemoNode city, AtomicInteger next) {
        for (int n = next.getAndIncrement(); n < BOOTSTRAP; n = next.getAndIncrement()) {
            try {
                while (network.send(network.publish(city, "measure " + n, "measure " + n))
                                .statusCode()
                        != 201) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void bootstrap(ProcessNetwork network) throws IOException {
        long start = System.nanoTime();
        network.join(HELSINKI);
        long ready = System.nanoTime();
        while (network.count(HELSINKI, COUNT) < BOOTSTRAP) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        long all = System.nanoTime();
        report("late node: start until ready", seconds(start, ready));
        report(
                "late node: ready until all %d entries are visible".formatted(BOOTSTRAP),
                seconds(ready, all));
        report("data folder of the late node", size(network.data(HELSINKI)) / (1 << 20) + " MiB");
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long residentMib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "p50 %s, p99 %s"
                .formatted(
                        millis(sorted[sorted.length / 2]),
                        millis(sorted[sorted.length * 99 / 100]));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String seconds(long from, long to) {
        return String.format(Locale.ROOT, "%.1f s", (to - from) / 1e9);
    }

    private static void report(String what, String value) {
        System.out.printf("measure | %s | %s |%n", what, value);
    }
}
