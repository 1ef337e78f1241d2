package org.silofri.node.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.projection.Decoding;
import org.silofri.catalogue.projection.Projection;
import org.silofri.catalogue.projection.Projector;
import org.silofri.catalogue.projection.Rebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One projection, the worker that feeds it, and its rebuild beside the one in use. */
final class Projected implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projected.class);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final EventLog log;
    private final Projection projection;
    private final Supplier<Rebuild> anew;
    private final Decoding decoding;
    private final ReentrantLock rebuilding = new ReentrantLock();
    private volatile Projector worker;

    /**
     * @param anew starts a rebuild
     * @param decoding shared by the projections of this log
     */
    Projected(EventLog log, Projection projection, Supplier<Rebuild> anew, Decoding decoding) {
        this.log = log;
        this.projection = projection;
        this.anew = anew;
        this.decoding = decoding;
        if (projection.checkpoint() > log.lastChange()) {
            LOG.atWarn()
                    .addKeyValue("projection", projection.name())
                    .log(
                            "projection knows more than the log, which was replaced; building it anew");
            build(Rebuild::takeOver);
        }
        this.worker = Projector.start(log, projection, decoding);
    }

    String name() {
        return projection.name();
    }

    long checkpoint() {
        return worker.checkpoint();
    }

    long behind() {
        return worker.behind();
    }

    Duration stalled() {
        return worker.stalled();
    }

    Optional<Throwable> failure() {
        return worker.failure();
    }

    boolean await(long n, Duration atMost) throws InterruptedException {
        return worker.await(n, atMost);
    }

    /**
     * Builds the projection anew while the old one serves, then switches.
     *
     * @throws IllegalStateException if it is being rebuilt already
     */
    void rebuild() {
        if (!rebuilding.tryLock()) {
            throw new IllegalStateException(
                    "The %s is being rebuilt already; wait for it".formatted(name()));
        }
        try {
            // the worker keeps the old one fresh until the new one has caught up
            build(this::swapWorker);
        } finally {
            rebuilding.unlock();
        }
    }

    /** Nothing may be applied while the new one takes over. */
    private void swapWorker(Rebuild rebuilt) {
        worker.close();
        try {
            rebuilt.takeOver();
        } finally {
            worker = Projector.start(log, projection, decoding);
        }
    }

    private void build(Consumer<Rebuild> takeOver) {
        long start = System.nanoTime();
        try (Rebuild rebuild = anew.get()) {
            try (Projector builder = Projector.start(log, rebuild, new Decoding())) {
                awaitAll(builder);
            }
            takeOver.accept(rebuild);
        }
        LOG.atInfo()
                .addKeyValue("projection", name())
                .addKeyValue("durationMs", (System.nanoTime() - start) / 1_000_000)
                .log("projection rebuilt");
    }

    private void awaitAll(Projector builder) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!builder.await(log.lastChange(), GLANCE)) {
                Optional<Throwable> failure = builder.failure();
                if (failure.isPresent() || System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "The %s cannot be rebuilt; the log tells why".formatted(name()),
                            failure.orElse(null));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rebuild was interrupted; start it again", e);
        }
    }

    @Override
    public void close() {
        worker.close();
        projection.close();
    }
}
