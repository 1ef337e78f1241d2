package org.silofri.node.log;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.AppendResult;
import org.silofri.catalogue.log.CityFrozen;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Expectation;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.LogInUse;
import org.silofri.catalogue.log.LogTooNew;
import org.silofri.catalogue.log.LogUnavailable;
import org.silofri.catalogue.log.RequestKey;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NotStartable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The node's log: appends own events, tells listeners that some log has grown. Thread-safe.
 *
 * <p>Every own event, whoever asks for it, passes the {@link WriteFence} here.
 */
public final class LogService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogService.class);

    private static final Duration FENCE_WAIT = Duration.ofSeconds(12);

    private final EventLog log;
    private final NodeIdentity identity;
    private final EventLog.Listening listener;
    private final Duration fenceWait;
    private final WriteFence fence = new WriteFence();
    private final AtomicBoolean unmarked = new AtomicBoolean();

    private LogService(
            NodeIdentity identity,
            EventLog log,
            Duration fenceWait,
            ApplicationEventPublisher listeners) {
        this.identity = identity;
        this.log = log;
        this.fenceWait = fenceWait;
        this.listener = log.onGrowth(n -> listeners.publishEvent(new LogGrown()));
    }

    /**
     * Opens the log of the node's data folder.
     *
     * @param listeners are told {@link LogGrown}
     */
    public static LogService open(NodeIdentity identity, ApplicationEventPublisher listeners) {
        Path file = identity.data().resolve("log.db");
        try {
            return new LogService(identity, EventLog.open(file), FENCE_WAIT, listeners);
        } catch (LogInUse | LogTooNew | LogUnavailable e) {
            throw new NotStartable(
                    "%s cannot be opened".formatted(file), String.valueOf(e.getMessage()), e);
        }
    }

    /** The logs of all cities, for readers and for the replication's stores. */
    public EventLog log() {
        return log;
    }

    /** Whether own events may be written. */
    public WriteFence fence() {
        return fence;
    }

    /**
     * Numbers, signs and stores an own event; returns when it is on disk (<i>saved</i>).
     *
     * @throws LogReadOnly if the node cannot yet tell that its own log is whole (F8)
     * @throws IllegalArgumentException if the city is not an own one
     */
    public SignedEvent append(CityId own, EventDraft draft) {
        AppendResult result = append(own, draft, new Expectation.Anything(), Optional.empty());
        return switch (result) {
            case AppendResult.Appended(var event) -> event;
            case AppendResult.Conflict conflict ->
                    throw new IllegalStateException("conflict without expectation");
            case AppendResult.Repeated repeated ->
                    throw new IllegalStateException("repetition without a request");
        };
    }

    /**
     * Like {@link #append(CityId, EventDraft)}, if the entry still stands as the caller believes,
     * and once for a request of that name (ADR 0061).
     *
     * @throws LogReadOnly if the node cannot yet tell that its own log is whole (F8), or the city's
     *     log stands still since a fork (F7)
     */
    public AppendResult append(
            CityId own, EventDraft draft, Expectation expected, Optional<RequestKey> request) {
        switch (fence.await(fenceWait)) {
            case WriteFence.State.Open open -> {}
            case WriteFence.State.Checking checking ->
                    throw new LogReadOnly("Peers are still being asked for the own log; try again");
            case WriteFence.State.ReadOnly shut -> throw new LogReadOnly(shut.reason());
        }
        try {
            AppendResult result = log.append(own, draft, expected, request, identity.signer(own));
            unmarked.set(true);
            return result;
        } catch (CityFrozen e) {
            throw new LogReadOnly(String.valueOf(e.getMessage()));
        }
    }

    /** Last positions of the own cities' logs; a city without events is missing. */
    public Map<CityId, Position> ownPositions() {
        Map<CityId, Position> own = new TreeMap<>();
        for (CityId city : identity.ownCities()) {
            log.head(city).map(Head::position).ifPresent(at -> own.put(city, at));
        }
        return own;
    }

    /** Writes the instance marker when own events were added since (F8). */
    @Scheduled(fixedDelay = 1_000)
    void mark() {
        if (unmarked.getAndSet(false)) {
            try {
                identity.marker().write(ownPositions());
            } catch (RuntimeException e) {
                unmarked.set(true);
                throw e;
            }
        }
    }

    /** Forgets the requests that need no longer be known (ADR 0061). */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetRequests() {
        int forgotten = log.requests().forget(Instant.now());
        LOG.atDebug().addKeyValue("requests", forgotten).log("answered requests forgotten");
    }

    @Override
    public void close() {
        try {
            mark();
        } finally {
            listener.close();
            log.close();
        }
        LOG.atInfo().addKeyValue("city", identity.name()).log("log closed");
    }
}
