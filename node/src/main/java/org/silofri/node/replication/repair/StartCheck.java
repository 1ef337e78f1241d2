package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Bodies;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.catalogue.log.Head;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides at each start whether own events may be written (F8): the commonest fork is a city that
 * was restored from an old backup. Peers that are ahead of the own log give the rest back first.
 */
final class StartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final long PAUSE_MILLIS = 250;

    private final NodeIdentity identity;
    private final LogService logs;
    private final PeerClient client;
    private final Repair repair;
    private final ReplicationSettings settings;
    private final InstantSource clock;

    /** Peers that claimed more of the own logs than they gave, and have not given it since. */
    private final Set<URI> ahead = new ConcurrentSkipListSet<>();

    StartCheck(
            NodeIdentity identity,
            LogService logs,
            PeerClient client,
            Repair repair,
            ReplicationSettings settings,
            InstantSource clock) {
        this.identity = identity;
        this.logs = logs;
        this.client = client;
        this.repair = repair;
        this.settings = settings;
        this.clock = clock;
    }

    /** What asking a peer for the own logs came to. */
    private enum Asked {
        /** Whatever the peer has of them is here. */
        WHOLE,
        /** The peer claims more than it gave. */
        AHEAD,
        /** The peer did not answer. */
        SILENT
    }

    /**
     * Asks until enough have answered or the time is over, then decides. The hub's answer is
     * enough: every own event was sent there first. Without it, all that can be asked must answer;
     * else the instance marker decides, but only after the whole time, because a restored machine
     * brings its old marker along.
     *
     * @param peers who may know the own logs, the hub first
     * @param allTold whether all other nodes have told that they hold no more
     * @param alone whether there is no other node
     */
    void run(List<URI> peers, BooleanSupplier allTold, boolean alone) {
        Instant deadline = clock.instant().plus(settings.startFence());
        Map<URI, Asked> answers = new LinkedHashMap<>();
        boolean enough = ask(peers, answers, allTold);
        while (!enough && !alone && clock.instant().isBefore(deadline)) {
            if (!pause()) {
                return;
            }
            enough = ask(peers, answers, allTold);
        }
        if (!decide(enough || isHubWhole(peers, answers))) {
            String reason = reason();
            logs.fence().keepShut(reason);
            LOG.atError().log("own events are not written: {}", reason);
        }
    }

    /** Tells whether one need not ask any longer. */
    private boolean ask(List<URI> peers, Map<URI, Asked> answers, BooleanSupplier allTold) {
        for (URI peer : peers) {
            if (answers.get(peer) != Asked.WHOLE) {
                answers.put(peer, ask(peer));
            }
            if (isHubWhole(peers, answers) && lost().isEmpty()) {
                return true;
            }
        }
        boolean all = !peers.isEmpty() && answers.values().stream().allMatch(Asked.WHOLE::equals);
        return all || allTold.getAsBoolean();
    }

    private boolean isHubWhole(List<URI> peers, Map<URI, Asked> answers) {
        return !identity.coordinator()
                && !peers.isEmpty()
                && answers.get(peers.getFirst()) == Asked.WHOLE;
    }

    private Asked ask(URI peer) {
        Asked answer = askOnce(peer);
        switch (answer) {
            case WHOLE -> ahead.remove(peer);
            case AHEAD -> ahead.add(peer);
            case SILENT -> {}
        }
        return answer;
    }

    /**
     * The coordinator's log comes first: without it nobody's events can be verified, the own ones
     * neither.
     */
    private Asked askOnce(URI peer) {
        Map<CityId, Position> theirs;
        try {
            theirs = client.index(peer).positions();
        } catch (IOException | RuntimeException e) { // one peer never stops the others
            LOG.atDebug().addKeyValue("peer", peer).log("no answer yet: {}", e.toString());
            return Asked.SILENT;
        }
        try {
            CityId coordinator = identity.network().coordinator();
            repair.pull(peer, coordinator, theirs.getOrDefault(coordinator, Position.START));
            for (CityId own : identity.ownCities()) {
                repair.pull(peer, own, theirs.getOrDefault(own, Position.START));
            }
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().addKeyValue("peer", peer).log("not all given: {}", e.toString());
        }
        return holdsNoMore(theirs) ? Asked.WHOLE : Asked.AHEAD;
    }

    private boolean holdsNoMore(Map<CityId, Position> theirs) {
        return identity.ownCities().stream()
                .allMatch(own -> theirs.getOrDefault(own, Position.START).compareTo(end(own)) <= 0);
    }

    /**
     * Decides again while the node may not write: when enough answer, or when what the marker tells
     * of has come back over any door.
     *
     * @param peers who may know the own logs, the hub first; empty when nobody answers
     */
    void reconsider(List<URI> peers, BooleanSupplier allTold) {
        Map<URI, Asked> answers = new LinkedHashMap<>();
        boolean enough = ask(peers, answers, allTold);
        decide(enough || isHubWhole(peers, answers));
    }

    /**
     * Tells whether all other nodes have signed since the start that they hold no more.
     *
     * @param heard what each other node has told since the start
     * @param others all nodes that there are beside this one
     */
    boolean told(Map<CityId, NodePosition> heard, Set<CityId> others) {
        return !others.isEmpty()
                && heard.keySet().containsAll(others)
                && heard.values().stream().allMatch(position -> holdsNoMore(position.held()));
    }

    private Position end(CityId city) {
        return logs.log().head(city).map(Head::position).orElse(Position.START);
    }

    /**
     * Decides with what is known.
     *
     * @param answered whether those who must know told what they have, and gave what was missing
     * @return whether own events may be written now
     */
    private boolean decide(boolean answered) {
        Map<CityId, Position> lost = lost();
        boolean vouched = identity.marker().exists() && ahead.isEmpty();
        if (lost.isEmpty() ? !answered && !vouched : !answered || !isNowhere(lost)) {
            return false;
        }
        // before anyone else may write: a number of the lost tail must not be used again
        lost.keySet().forEach(this::startEpoch);
        logs.fence().open();
        return true;
    }

    /** Nobody claims the tail, and a new epoch is beyond it: epochs have no holes. */
    private boolean isNowhere(Map<CityId, Position> lost) {
        return ahead.isEmpty() && lost.entrySet().stream().allMatch(this::isInLastEpoch);
    }

    private boolean isInLastEpoch(Map.Entry<CityId, Position> lost) {
        return lost.getValue().epoch() <= Math.max(1, end(lost.getKey()).epoch());
    }

    private String reason() {
        Map<CityId, Position> lost = lost();
        if (!ahead.isEmpty()) {
            return "%s tells of more own events than it gives. Writing goes on when they are here"
                    .formatted(ahead);
        }
        if (!lost.entrySet().stream().allMatch(this::isInLastEpoch)) {
            return ("The data are older than an epoch that was begun here (%s), and nobody has its"
                            + " events. Put back a newer backup")
                    .formatted(lost);
        }
        boolean marked = identity.marker().exists();
        return "%s, and %s; %s. Writing goes on when %s"
                .formatted(
                        marked
                                ? "The data are older than what this node has written before"
                                : "The data come from another machine or folder",
                        "too few peers answer",
                        marked ? "they look like an old backup" : "they may be a copy",
                        identity.coordinator()
                                ? "the cities' nodes have brought back what is missing"
                                : "the hub can be reached");
    }

    /** What was written here, as the marker tells, and is not in the log. */
    private Map<CityId, Position> lost() {
        Map<CityId, Position> written = identity.marker().lastWritten();
        Map<CityId, Position> held = logs.ownPositions();
        Map<CityId, Position> lost = new HashMap<>();
        written.forEach((city, at) -> {
            if (held.getOrDefault(city, Position.START).compareTo(at) < 0) {
                lost.put(city, at);
            }
        });
        return lost;
    }

    /** The tail is nowhere: its numbers are not used again. */
    private void startEpoch(CityId city) {
        long epoch = logs.log().head(city).map(h -> h.position().epoch()).orElse(1L);
        long seq = logs.log().head(city).map(h -> h.position().seq()).orElse(0L);
        String hash = logs.log().head(city).map(Head::hash).orElse(Hashes.NONE);
        EpochStart start = new EpochStart(epoch, seq, hash, EpochStart.Reason.RESTORED, null);
        logs.log()
                .append(
                        city,
                        new EventDraft(
                                EventType.EPOCH_STARTED,
                                identity.base(city).value(),
                                clock.instant(),
                                Envelope.ONTOLOGY_1_0,
                                EventType.EPOCH_STARTED.contentType(),
                                Bodies.write(start)),
                        identity.signer(city));
        LOG.atWarn()
                .addKeyValue("city", city)
                .addKeyValue("seq", seq)
                .log("the end of the own log is nowhere, a new epoch begins");
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
