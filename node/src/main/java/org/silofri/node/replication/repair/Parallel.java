package org.silofri.node.replication.repair;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs some tasks side by side and waits for all. */
final class Parallel {

    private Parallel() {}

    static void run(int most, List<Runnable> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try (ExecutorService workers =
                Executors.newFixedThreadPool(
                        Math.min(most, tasks.size()), Thread.ofVirtual().factory())) {
            tasks.forEach(workers::execute);
        }
    }
}
