package org.silofri.catalogue.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Standing;
import org.silofri.catalogue.log.Verdict;

/**
 * Decides where an event belongs in its city's chain (F4 to F7, F12, F15, F19). Pure: whatever
 * order and however often events arrive, the log comes out the same.
 */
public final class SequenceGate {

    /** Most events that wait ahead of a gap (F5). */
    public static final int MOST_AHEAD = 1_000;

    /** How far a city's clock may be ahead (F12). */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private SequenceGate() {}

    /**
     * Decides; what was refused for its signature is refused before all else.
     *
     * @param state of the log of the city that the event names
     */
    public static GateDecision decide(GateState state, Incoming incoming, Instant now) {
        return switch (incoming.verified()) {
            case VerifyResult.NotAuthentic(var reason, var detail) ->
                    new GateDecision.NotAuthentic(reason, detail);
            case VerifyResult.Authentic(SignedEvent event) ->
                    authentic(state, incoming, event, now);
        };
    }

    private static GateDecision authentic(
            GateState state, Incoming incoming, SignedEvent event, Instant now) {
        Position here = event.position();
        Position last = state.last();
        if (here.compareTo(last) <= 0) {
            return known(state, incoming, event, now);
        }
        boolean frozen = state.frozenAt().map(at -> here.compareTo(at) >= 0).orElse(false);
        if (frozen && !incoming.resolvesFork()) {
            return new GateDecision.Frozen();
        }
        if (here.equals(last.next())) {
            if (event.envelope().prev().equals(hash(state))) {
                return next(incoming, event, now);
            }
            return last.equals(Position.START) ? beginsNothing() : new GateDecision.Fork(last);
        }
        if (here.equals(opening(last))) {
            return opens(state, incoming, event, now);
        }
        return ahead(last, here, new Position(here.epoch(), here.seq() - 1));
    }

    /** No log can begin so; there is no second history, hence nothing to prove. */
    private static GateDecision beginsNothing() {
        return new GateDecision.NotAuthentic(
                VerifyResult.Reason.CHAIN_BROKEN, "the first event names one before it");
    }

    private static GateDecision known(
            GateState state, Incoming incoming, SignedEvent event, Instant now) {
        if (state.there().isEmpty()) {
            return new GateDecision.Abandoned();
        }
        Standing there = state.there().get();
        if (!there.hash().equals(event.hash())) {
            return there.abandoned()
                    ? new GateDecision.Abandoned()
                    : new GateDecision.Fork(event.position());
        }
        return there.pending() && event.payload() != null
                ? new GateDecision.Completes(verdict(incoming, event, now))
                : new GateDecision.Duplicate();
    }

    /** The first event of the next epoch (WIRE "Epochs"). */
    private static GateDecision opens(
            GateState state, Incoming incoming, SignedEvent event, Instant now) {
        Envelope envelope = event.envelope();
        Position last = state.last();
        if (envelope.prev().equals(hash(state)) || state.named().isPresent()) {
            return envelope.type() == EventType.EPOCH_STARTED
                    ? next(incoming, event, now)
                    : new GateDecision.Quarantine(notAnEpoch(envelope));
        }
        Optional<EpochStart> start = start(event);
        Position end = start.map(s -> new Position(s.previousEpoch(), s.lastSeq())).orElse(last);
        if (start.isPresent() && end.epoch() == last.epoch() && end.compareTo(last) <= 0) {
            return new GateDecision.Fork(end.seq() == 0 ? end.next() : end);
        }
        return ahead(
                last, envelope.position(), end.compareTo(last) > 0 ? end : envelope.position());
    }

    private static GateDecision ahead(Position last, Position here, Position upTo) {
        long base = here.epoch() == last.epoch() ? last.seq() : 0;
        return here.seq() - base > MOST_AHEAD
                ? new GateDecision.TooFarAhead(last, upTo)
                : new GateDecision.Gap(last, upTo);
    }

    private static GateDecision next(Incoming incoming, SignedEvent event, Instant now) {
        return switch (verdict(incoming, event, now)) {
            case Verdict.Accepted accepted -> new GateDecision.Accept();
            case Verdict.Quarantined quarantined -> new GateDecision.Quarantine(quarantined);
        };
    }

    private static Verdict verdict(Incoming incoming, SignedEvent event, Instant now) {
        Envelope envelope = event.envelope();
        if (incoming.finding().isPresent()) {
            return incoming.finding().get();
        }
        if (envelope.type() == EventType.EPOCH_STARTED && envelope.seq() != 1) {
            return notAnEpoch(envelope);
        }
        if (envelope.time().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return new Verdict.Quarantined(
                    QuarantineReason.TIME,
                    "its time is %s".formatted(envelope.time()),
                    Optional.of(envelope.time()));
        }
        return new Verdict.Accepted();
    }

    private static Verdict.Quarantined notAnEpoch(Envelope envelope) {
        return new Verdict.Quarantined(
                QuarantineReason.TYPE,
                "%s cannot stand at %s".formatted(envelope.typeName(), envelope.position()),
                Optional.empty());
    }

    private static Optional<EpochStart> start(SignedEvent event) {
        return CatalogueEvent.decode(event)
                        instanceof Decoded.Sound(CatalogueEvent.EpochStarted(var header, var start))
                ? Optional.of(start)
                : Optional.empty();
    }

    /** First position of the epoch after the one in which the log ends; an empty one is in 1. */
    static Position opening(Position last) {
        return new Position(Math.max(1, last.epoch()) + 1, 1);
    }

    private static String hash(GateState state) {
        return state.head().map(Head::hash).orElse(Hashes.NONE);
    }
}
