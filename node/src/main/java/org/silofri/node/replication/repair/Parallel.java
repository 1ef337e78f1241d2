package org.silofri.node.replication.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs some tasks side by side and waits for all. */
final class Parallel {

    private static final Logger LOG = LoggerFactory.getLogger(Parallel.class);

    private Parallel() {}

    /**
     * Runs all, whatever becomes of one; what a task throws is logged.
     *
     * @param tasks each tells whether it went well
     * @return whether all went well
     */
    static boolean run(int most, List<Callable<Boolean>> tasks) {
        if (tasks.isEmpty()) {
            return true;
        }
        try (ExecutorService workers =
                Executors.newFixedThreadPool(
                        Math.min(most, tasks.size()), Thread.ofVirtual().factory())) {
            List<Future<Boolean>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(workers.submit(task)));
            boolean well = true;
            for (Future<Boolean> task : running) {
                well &= wentWell(task);
            }
            return well;
        }
    }

    private static boolean wentWell(Future<Boolean> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            LOG.atError().setCause(e.getCause()).log("repair of a city fails");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
