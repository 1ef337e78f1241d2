package org.silofri.catalogue.replication;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.ForkProof;
import org.silofri.catalogue.log.Standing;
import org.silofri.catalogue.log.Stored;
import org.silofri.catalogue.log.Verdict;

/**
 * Lets events of peers through the gate into the log, and keeps those waiting that arrived before
 * their predecessors. One event of a city at a time, cities side by side; for any thread.
 */
public final class Replica {

    /**
     * What is missing of a city.
     *
     * @param after last position in the log
     * @param upTo last position known to be missing
     * @param since when that was first seen
     */
    public record Missing(Position after, Position upTo, Instant since) {}

    private static final class City {
        private final AheadBuffer ahead = new AheadBuffer();
        private Optional<Missing> missing = Optional.empty();
    }

    private final EventLog log;
    private final InstantSource clock;
    private final Map<CityId, City> cities = new ConcurrentHashMap<>();

    public Replica(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Decides where the event belongs and does it: on return it is on disk if it was next, and so
     * are those that had waited for it. Others than authentic events only get their decision.
     */
    public GateDecision receive(Incoming incoming) {
        return switch (incoming.verified()) {
            case VerifyResult.NotAuthentic refusal ->
                    SequenceGate.decide(GateState.EMPTY, incoming, clock.instant());
            case VerifyResult.Authentic(SignedEvent event) -> receive(incoming, event);
        };
    }

    /**
     * Receives a run of events, best in order and of one city; what follows in the chain is stored
     * together.
     *
     * @return one decision an event, in the order given
     */
    public List<GateDecision> receiveAll(List<Incoming> run) {
        List<GateDecision> decisions = new ArrayList<>(run.size());
        int from = 0;
        while (from < run.size()) {
            CityId city = cityOf(run.get(from));
            if (city == null) {
                decisions.add(receive(run.get(from++)));
                continue;
            }
            City state = cities.computeIfAbsent(city, id -> new City());
            synchronized (state) {
                List<GateDecision> stored = Contiguous.store(log, run, from, clock.instant());
                decisions.addAll(stored);
                from += stored.size();
                if (stored.isEmpty()) {
                    decisions.add(receive(run.get(from++)));
                } else {
                    drain(state, city);
                }
            }
        }
        return decisions;
    }

    private static @Nullable CityId cityOf(Incoming incoming) {
        return incoming.verified() instanceof VerifyResult.Authentic(SignedEvent event)
                ? event.city()
                : null;
    }

    /** What is missing of the city, as far as events told that arrived. */
    public Optional<Missing> missing(CityId city) {
        City state = cities.get(city);
        if (state == null) {
            return Optional.empty();
        }
        synchronized (state) {
            return state.missing;
        }
    }

    /** How many of the city's events wait for what is missing. */
    public int waiting(CityId city) {
        City state = cities.get(city);
        if (state == null) {
            return 0;
        }
        synchronized (state) {
            return state.ahead.size();
        }
    }

    /** How many events wait, of each city that has any. */
    public Map<CityId, Integer> waiting() {
        Map<CityId, Integer> waiting = new TreeMap<>();
        for (CityId city : cities.keySet()) {
            int events = waiting(city);
            if (events > 0) {
                waiting.put(city, events);
            }
        }
        return waiting;
    }

    private GateDecision receive(Incoming incoming, SignedEvent event) {
        City city = cities.computeIfAbsent(event.city(), id -> new City());
        synchronized (city) {
            GateDecision decision = place(city, incoming, event);
            drain(city, event.city());
            return decision;
        }
    }

    private void drain(City city, CityId id) {
        Optional<Incoming> next = city.ahead.takeNext(last(id));
        while (next.isPresent()) {
            if (next.get().verified() instanceof VerifyResult.Authentic(SignedEvent event)
                    && !isStep(place(city, next.get(), event))) {
                break;
            }
            next = city.ahead.takeNext(last(id));
        }
        city.missing = city.missing.filter(missing -> missing.upTo().compareTo(last(id)) > 0);
    }

    private static boolean isStep(GateDecision decision) {
        return decision instanceof GateDecision.Accept
                || decision instanceof GateDecision.Quarantine;
    }

    private GateDecision place(City city, Incoming incoming, SignedEvent event) {
        GateDecision decision = SequenceGate.decide(state(event), incoming, clock.instant());
        switch (decision) {
            case GateDecision.Accept() -> store(event, new Verdict.Accepted());
            case GateDecision.Quarantine(var verdict) -> store(event, verdict);
            case GateDecision.Completes(var verdict) -> log.store(event, verdict);
            case GateDecision.Fork(Position at) -> prove(at, event);
            case GateDecision.Gap gap -> {
                long before = city.ahead.forgotten();
                Optional<SignedEvent> other = city.ahead.add(incoming, event);
                if (other.isPresent()) {
                    prove(event.position(), other.get(), event);
                    return new GateDecision.Fork(event.position());
                }
                miss(city, gap.after(), gap.upTo());
                if (city.ahead.forgotten() > before) {
                    return new GateDecision.TooFarAhead(gap.after(), gap.upTo());
                }
            }
            case GateDecision.TooFarAhead far -> miss(city, far.after(), far.upTo());
            case GateDecision.Duplicate duplicate -> {}
            case GateDecision.NotAuthentic refusal -> {}
            case GateDecision.Frozen frozen -> {}
            case GateDecision.Abandoned abandoned -> {}
        }
        return decision;
    }

    private void store(SignedEvent event, Verdict verdict) {
        Stored stored = log.store(event, verdict);
        if (!(stored instanceof Stored.Saved)) {
            // only another writer of the same city's log could come between
            throw new IllegalStateException(
                    "Event %s was next and is not: %s".formatted(event.envelope().id(), stored));
        }
    }

    private void miss(City city, Position after, Position upTo) {
        Instant since = city.missing.map(Missing::since).orElseGet(clock::instant);
        Position last =
                city.missing
                        .map(Missing::upTo)
                        .filter(known -> known.compareTo(upTo) > 0)
                        .orElse(upTo);
        city.missing = Optional.of(new Missing(after, last, since));
    }

    private void prove(Position at, SignedEvent other) {
        log.find(other.city(), at).ifPresent(known -> prove(at, known, other));
    }

    private void prove(Position at, SignedEvent known, SignedEvent other) {
        log.forks().add(new ForkProof(other.city(), at, known.jws(), other.jws(), clock.instant()));
    }

    private GateState state(SignedEvent event) {
        CityId city = event.city();
        Position last = last(city);
        Position here = event.position();
        Optional<Standing> there =
                here.compareTo(last) <= 0 ? log.standing(city, here) : Optional.empty();
        boolean opens = here.equals(SequenceGate.opening(last)) && last.epoch() > 0;
        return new GateState(
                log.head(city),
                there,
                opens ? named(city, last.epoch(), event.envelope().prev()) : Optional.empty(),
                log.forks().frozenAt(city));
    }

    private Optional<Position> named(CityId city, long epoch, String prev) {
        Optional<Position> kept = log.positionOf(city, epoch, prev);
        boolean nothingKept =
                log.find(city, new Position(epoch, 1))
                        .map(first -> first.envelope().prev().equals(prev))
                        .orElse(prev.equals(Hashes.NONE));
        return kept.isPresent() || !nothingKept ? kept : Optional.of(new Position(epoch, 0));
    }

    private Position last(CityId city) {
        return log.head(city).map(head -> head.position()).orElse(Position.START);
    }
}
