package org.silofri.catalogue.replication;

import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Verdict;

/** Where an event that arrived belongs. */
public sealed interface GateDecision {

    /** It is the next one and sound: store it, project it (once its payload is there, F14). */
    record Accept() implements GateDecision {}

    /** It is the next one, but not to be projected: store it, go on behind it (F12, F15). */
    record Quarantine(Verdict.Quarantined verdict) implements GateDecision {}

    /** The log has it already (F4, F19). */
    record Duplicate() implements GateDecision {}

    /**
     * The log has it without the payload that is here now.
     *
     * @param verdict how it stands with it
     */
    record Completes(Verdict verdict) implements GateDecision {}

    /**
     * Others are missing before it: keep it waiting, and ask for those (F5).
     *
     * @param after last position that is here
     * @param upTo last position that is missing, as far as can be told
     */
    record Gap(Position after, Position upTo) implements GateDecision {}

    /**
     * As {@link Gap}, but too many are missing, or too many wait already: it or the one furthest
     * ahead is forgotten and must come by repair (F5).
     */
    record TooFarAhead(Position after, Position upTo) implements GateDecision {}

    /** It is not its claimed author's: never stored, counted (F16). */
    record NotAuthentic(VerifyResult.Reason reason, String detail) implements GateDecision {}

    /**
     * The city signed two histories: keep both as proof and freeze the city (F7).
     *
     * @param at the first position that is not agreed on; the log's own event there is the other
     *     half of the proof
     */
    record Fork(Position at) implements GateDecision {}

    /** The city stands still since a fork; this lies beyond what is agreed on (F7). */
    record Frozen() implements GateDecision {}

    /** It lies beyond the end of an epoch that is closed here; nothing is missing without it. */
    record Abandoned() implements GateDecision {}
}
