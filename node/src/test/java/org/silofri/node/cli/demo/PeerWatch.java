package org.silofri.node.cli.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.silofri.node.cli.demo.process.DemoNode;

/**
 * Notes when a node's answers first count each event of Copenhagen's log. Asks cheap questions
 * only, so that the asking itself costs the node little.
 */
final class PeerWatch implements Runnable {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    /** Where an answer tells how complete it is. */
    enum Answer {
        /** The graph, by SPARQL. */
        GRAPH("/sparql?query=ASK%20%7B%7D") {
            @Override
            long position(HttpResponse<String> answer) {
                for (String place :
                        answer.headers().firstValue("Silofri-Position").orElse("").split(",", -1)) {
                    if (place.startsWith("copenhagen:")) {
                        return Long.parseLong(place.substring(place.lastIndexOf(':') + 1));
                    }
                }
                return 0;
            }
        },
        /** The index, by the search of the API. */
        SEARCH("/api/search?size=1&q=zzzz") {
            @Override
            long position(HttpResponse<String> answer) {
                String place =
                        ProcessNetwork.JSON
                                .readTree(answer.body())
                                .at("/completeness/copenhagen")
                                .asString("1:0");
                return Long.parseLong(place.substring(place.indexOf(':') + 1));
            }
        };

        private final String path;

        Answer(String path) {
            this.path = path;
        }

        abstract long position(HttpResponse<String> answer);
    }

    private final ProcessNetwork network;
    private final DemoNode node;
    private final Answer answer;
    private final long before;
    private final long[] seen;

    /**
     * @param count how many further events to watch for
     */
    PeerWatch(ProcessNetwork network, DemoNode node, Answer answer, int count) {
        this.network = network;
        this.node = node;
        this.answer = answer;
        this.seen = new long[count];
        this.before = position(network, node, answer);
    }

    /** Copenhagen's last event that the node's answers count now; -1 if it does not answer. */
    static long position(ProcessNetwork network, DemoNode node, Answer answer) {
        try {
            return answer.position(network.get(node, answer.path));
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void run() {
        int known = 0;
        long end = System.nanoTime() + PATIENCE;
        while (known < seen.length && System.nanoTime() < end) {
            long position = position(network, node, answer);
            long now = System.nanoTime();
            for (; known < Math.min(position - before, seen.length); known++) {
                seen[known] = now;
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    /**
     * When an event was first counted.
     *
     * @return in the terms of {@link System#nanoTime()}; 0 if never
     */
    long seen(long sequence) {
        long index = sequence - before - 1;
        return index < 0 || index >= seen.length ? 0 : seen[(int) index];
    }
}
