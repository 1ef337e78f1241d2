package org.silofri.node.sparql;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.silofri.node.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;

/**
 * Runs queries on a fixed pool, each with a deadline that counts from its arrival. A query whose
 * deadline has passed is told to end; its worker is free again as soon as it has.
 */
@Service
@EnableConfigurationProperties(SparqlSettings.class)
public class SparqlService {

    private static final Logger LOG = LoggerFactory.getLogger(SparqlService.class);

    /** What the worker needs to end after the deadline, so that its own answer comes first. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final SparqlSettings settings;
    private final Projections projections;
    private final MeterRegistry metrics;
    private final QueryGate gate;
    private final ThreadPoolExecutor workers;

    SparqlService(SparqlSettings settings, Projections projections, MeterRegistry metrics) {
        this.settings = settings;
        this.projections = projections;
        this.metrics = metrics;
        this.gate = new QueryGate(settings);
        this.workers =
                new ThreadPoolExecutor(
                        settings.workers(),
                        settings.workers(),
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(settings.waiting()),
                        Thread.ofPlatform().name("sparql-", 0).daemon().factory());
        this.workers.allowCoreThreadTimeOut(true);
    }

    /** Longest query text that is read at all, bytes. */
    int mostQueryBytes() {
        return (int) settings.mostQueryBytes().toBytes();
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    /**
     * Answers a query over the union of all entries.
     *
     * @param text SPARQL 1.1 query
     * @param accept wanted media types, empty for any
     * @param form short name of a form that overrides {@code accept} (json, xml, csv, tsv, ttl, nt,
     *     jsonld, rdf), empty for none
     */
    public SparqlOutcome answer(String text, String accept, String form) {
        SparqlOutcome outcome =
                switch (gate.enter(text)) {
                    case QueryGate.Entrance.Refused(var detail) ->
                            new SparqlOutcome.Refused(detail);
                    case QueryGate.Entrance.Allowed(var query) ->
                            ResultForm.choose(
                                            accept, form, query.isSelectType() || query.isAskType())
                                    .<SparqlOutcome>map(chosen -> submit(query, chosen))
                                    .orElseGet(SparqlOutcome.NotAcceptable::new);
                };
        metrics.counter("silofri.sparql.queries", "outcome", outcome.getClass().getSimpleName())
                .increment();
        return outcome;
    }

    private SparqlOutcome submit(Query query, ResultForm form) {
        Guard guard = new Guard(System.nanoTime() + settings.deadline().toNanos(), settings);
        try {
            return CompletableFuture.supplyAsync(() -> run(query, form, guard), workers)
                    .get(guard.left() + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return new SparqlOutcome.Busy();
        } catch (TimeoutException e) {
            guard.cancel();
            return new SparqlOutcome.TimedOut();
        } catch (InterruptedException e) {
            guard.cancel();
            Thread.currentThread().interrupt();
            return new SparqlOutcome.Busy();
        } catch (ExecutionException e) {
            LOG.atError().setCause(e.getCause()).log("query failed");
            return new SparqlOutcome.Failed();
        }
    }

    private SparqlOutcome run(Query query, ResultForm form, Guard guard) {
        try {
            guard.checkNow();
            return projections.readGraph((store, positions) ->
                    new SparqlOutcome.Answered(
                            form.type(),
                            new ByteArrayResource(
                                    new QueryRun(settings, guard).run(query, store, form)),
                            positions));
        } catch (QueryCancelledException e) {
            return new SparqlOutcome.TimedOut();
        } catch (Guard.MemoryShort e) {
            return new SparqlOutcome.Busy();
        } catch (ResultBuffer.TooLarge e) {
            return new SparqlOutcome.Refused(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new SparqlOutcome.Refused("The query is nested too deeply; flatten it");
        } catch (QueryException e) {
            LOG.atDebug().setCause(e).log("query cannot be answered");
            return new SparqlOutcome.Refused("The query cannot be answered; simplify it");
        }
    }
}
