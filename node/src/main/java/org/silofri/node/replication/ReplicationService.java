package org.silofri.node.replication;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.EventVerifier;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.RunVerifier;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Rejection;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.catalogue.replication.GateDecision;
import org.silofri.catalogue.replication.Incoming;
import org.silofri.catalogue.replication.Replica;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for events of others, whoever delivers them (F6): verify, judge, place, store. What
 * is authentic is stored even when it is wrong (F15); what is not is counted and forgotten (F16).
 * Thread-safe; on return what was stored is on disk.
 */
public final class ReplicationService {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicationService.class);
    private static final String UNKNOWN = "?";

    private final NodeIdentity identity;
    private final LogService logs;
    private final Members members;
    private final ContentCheck content;
    private final Replica replica;
    private final InstantSource clock;
    private final EventVerifier verifier;
    private final RunVerifier runs;
    private final Pauses pauses = new Pauses();
    private volatile Runnable onGap = () -> {};

    ReplicationService(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ContentCheck content,
            Replica replica,
            InstantSource clock) {
        this.identity = identity;
        this.logs = logs;
        this.members = members;
        this.content = content;
        this.replica = replica;
        this.clock = clock;
        this.verifier = new EventVerifier(members);
        this.runs = new RunVerifier(members);
    }

    /**
     * Reads an event as the bus carries it; what is none is counted (F16).
     *
     * @param attributes CloudEvents attributes without prefix
     */
    public Optional<SignedEvent> read(Map<String, String> attributes, byte[] body, Source source) {
        return switch (CloudEventForm.read(attributes, body)) {
            case CloudEventForm.Reading.Read(var event) -> Optional.of(event);
            case CloudEventForm.Reading.Refused(var why) -> {
                refuse(why, UNKNOWN, source);
                yield Optional.empty();
            }
        };
    }

    /**
     * Receives events as they came, of any cities; each unbroken run is verified and stored as one.
     * None stops those behind it.
     *
     * @return one result an event, city by city, the coordinator's first
     */
    public List<ReceiveResult> receiveAll(List<SignedEvent> events, Source source) {
        List<ReceiveResult> results = new ArrayList<>(events.size());
        for (List<SignedEvent> run : Runs.of(events, members.coordinator())) {
            List<SignedEvent> left = run;
            while (!left.isEmpty()) {
                List<ReceiveResult> part = receiveRun(left, source);
                results.addAll(part);
                left = left.subList(part.size(), left.size());
            }
        }
        return results;
    }

    /** Receives one event. */
    public ReceiveResult receive(SignedEvent event, Source source) {
        Optional<ReceiveResult> refused = refusal(event, source);
        return refused.orElseGet(() ->
                switch (verifier.verify(event)) {
                    case VerifyResult.Authentic(var authentic) -> place(authentic, source);
                    case VerifyResult.NotAuthentic why -> refuse(why, event.city().value(), source);
                });
    }

    /**
     * Receives events of one city in the order of its log; one verified signature counts for all
     * that its hash chain reaches (F2a).
     *
     * @return one result an event, up to the first that is not authentic
     */
    public List<ReceiveResult> receiveRun(List<SignedEvent> run, Source source) {
        List<ReceiveResult> results = new ArrayList<>(run.size());
        for (SignedEvent event : run) {
            Optional<ReceiveResult> refused = refusal(event, source);
            if (refused.isPresent()) {
                results.add(refused.get());
                return results;
            }
        }
        RunVerifier.RunResult verified = runs.verify(run);
        List<SignedEvent> authentic = verified.authentic();
        if (authentic.stream().anyMatch(event -> identity.owns(event.city()))) {
            authentic.forEach(event -> results.add(place(event, source)));
        } else {
            List<GateDecision> decisions =
                    replica.receiveAll(authentic.stream().map(this::incoming).toList());
            for (int i = 0; i < decisions.size(); i++) {
                results.add(result(decisions.get(i), authentic.get(i), source));
            }
        }
        verified.refusal()
                .ifPresent(why ->
                        results.add(refuse(why, run.get(authentic.size()).city().value(), source)));
        return results;
    }

    /** Counts something that was no event at all (F16). */
    public void reject(RejectionReason reason, Source source, String claimed) {
        pauses.count(claimed, source.link(), clock.instant());
        count(reason, source, claimed);
    }

    /** Counts something that pauses nobody. */
    void count(RejectionReason reason, Source source, String claimed) {
        Instant now = clock.instant();
        logs.log()
                .rejections()
                .add(new Rejection(now, reason, source.door(), source.peer(), claimed));
    }

    /** What is missing of a city, as far as events told that arrived (F5). */
    public Optional<Replica.Missing> missing(CityId city) {
        return replica.missing(city);
    }

    /** How many events wait in memory for what is missing before them, by city (ADR 0036). */
    public Map<CityId, Integer> waiting() {
        return replica.waiting();
    }

    /** Calls when something is missing; must only wake someone. */
    public void onGap(Runnable listener) {
        onGap = listener;
    }

    private Optional<ReceiveResult> refusal(SignedEvent event, Source source) {
        CityId city = event.city();
        if (pauses.paused(city.value(), source.link(), clock.instant())) {
            return Optional.of(new ReceiveResult.Paused());
        }
        boolean outside =
                source.asked().filter(range -> !range.holds(city, event.position())).isPresent();
        if (outside) {
            return Optional.of(rejected(RejectionReason.OUT_OF_RANGE, city, source));
        }
        Optional<Member> member = members.byCity(city);
        if (member.isEmpty()) {
            return Optional.of(left(RejectionReason.UNKNOWN_CITY, event, source));
        }
        return member.get().state() == Member.State.SUSPENDED
                ? Optional.of(left(RejectionReason.SUSPENDED_CITY, event, source))
                : Optional.empty();
    }

    private ReceiveResult place(SignedEvent event, Source source) {
        if (identity.owns(event.city()) && isAheadOfOwnLog(event) && !takesBackOwnEvents()) {
            logs.fence()
                    .stop(
                            "Somebody else writes with the key of %s; find the second node, stop"
                                            .formatted(event.city())
                                    + " it and start this one again");
            LOG.atError()
                    .addKeyValue("city", event.city())
                    .addKeyValue("seq", event.position())
                    .addKeyValue("peer", source.peer())
                    .log("own event that this node did not write, writing is stopped");
            return rejected(RejectionReason.WRONG_CITY, event.city(), source);
        }
        return result(replica.receive(incoming(event)), event, source);
    }

    private boolean isAheadOfOwnLog(SignedEvent event) {
        Position last = logs.log().head(event.city()).map(Head::position).orElse(Position.START);
        return event.position().compareTo(last) > 0;
    }

    /** As long as own events are not written, those that the log has lost come back (F8). */
    private boolean takesBackOwnEvents() {
        return !(logs.fence().state() instanceof WriteFence.State.Open);
    }

    private Incoming incoming(SignedEvent event) {
        return new Incoming(new VerifyResult.Authentic(event), content.finding(event), false);
    }

    private ReceiveResult result(GateDecision decision, SignedEvent event, Source source) {
        return switch (decision) {
            case GateDecision.Accept accept -> new ReceiveResult.Stored(Optional.empty());
            case GateDecision.Quarantine(var verdict) -> {
                LOG.atWarn()
                        .addKeyValue("city", event.city())
                        .addKeyValue("seq", event.position())
                        .addKeyValue("reason", verdict.reason())
                        .log("event is stored in quarantine: {}", verdict.detail());
                yield new ReceiveResult.Stored(Optional.of(verdict.reason()));
            }
            case GateDecision.Completes completes -> new ReceiveResult.Stored(Optional.empty());
            case GateDecision.Duplicate duplicate -> new ReceiveResult.Known();
            case GateDecision.Gap gap -> waits();
            case GateDecision.TooFarAhead far -> {
                count(RejectionReason.TOO_FAR_AHEAD, source, event.city().value());
                yield waits();
            }
            case GateDecision.Fork(var at) -> {
                LOG.atError()
                        .addKeyValue("city", event.city())
                        .addKeyValue("seq", at)
                        .addKeyValue("peer", source.peer())
                        .log("city signed two histories, it stands still until resolved");
                yield new ReceiveResult.Forked();
            }
            case GateDecision.NotAuthentic(var reason, var detail) ->
                    rejected(RejectionReason.of(reason), event.city(), source);
            case GateDecision.Frozen frozen -> left(RejectionReason.FROZEN, event, source);
            case GateDecision.Abandoned abandoned -> left(RejectionReason.ABANDONED, event, source);
        };
    }

    private ReceiveResult waits() {
        onGap.run();
        return new ReceiveResult.Waiting();
    }

    /** Counts something that no one is to blame for; it may come back by repair. */
    private ReceiveResult left(RejectionReason reason, SignedEvent event, Source source) {
        count(reason, source, event.city().value());
        return new ReceiveResult.Rejected(reason);
    }

    private ReceiveResult refuse(VerifyResult.NotAuthentic why, String claimed, Source source) {
        RejectionReason reason = RejectionReason.of(why.reason());
        LOG.atDebug()
                .addKeyValue("peer", source.peer())
                .addKeyValue("reason", reason)
                .log("not authentic: {}", why.detail());
        reject(reason, source, claimed);
        return new ReceiveResult.Rejected(reason);
    }

    private ReceiveResult rejected(RejectionReason reason, CityId claimed, Source source) {
        reject(reason, source, claimed.value());
        return new ReceiveResult.Rejected(reason);
    }
}
