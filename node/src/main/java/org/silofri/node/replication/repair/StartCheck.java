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
import org.silofri.node.identity.InstanceMarker;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
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
     * Asks the peers until all have answered or the time is over, then decides. When the instance
     * marker tells that nothing is lost here, and nobody tells of more, each is asked only once: a
     * hub that is away must not keep a sound node from writing.
     *
     * @param peers who may know the own logs; empty when nobody can be asked
     */
    void run(List<URI> peers) {
        Instant deadline = clock.instant().plus(settings.startFence());
        boolean sound = sound();
        Map<URI, Asked> open = new LinkedHashMap<>();
        peers.forEach(peer -> open.put(peer, Asked.SILENT));
        while (!open.isEmpty() && clock.instant().isBefore(deadline)) {
            open.replaceAll((peer, before) -> ask(peer));
            open.values().removeIf(Asked.WHOLE::equals);
            if (sound && !open.containsValue(Asked.AHEAD)) {
                break;
            }
            if (!open.isEmpty() && !pause()) {
                return;
            }
        }
        decide(open.size() < peers.size());
    }

    /**
     * Takes back what the peer has of the own logs and this node has not.
     *
     * @return false if the peer did not answer, or has more than it gave
     */
    boolean answered(URI peer) {
        return ask(peer) == Asked.WHOLE;
    }

    /**
     * The coordinator's log comes first: without it nobody's events can be verified, the own ones
     * neither.
     */
    private Asked ask(URI peer) {
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
     * Decides again while the node may not write: when a peer answers, when what the marker tells
     * of has come back over any door, or when all other nodes have told what they hold.
     *
     * @param heard what each other node has told since the start, by its signed position
     * @param others all nodes that there are beside this one
     */
    void reconsider(List<URI> peers, Map<CityId, NodePosition> heard, Set<CityId> others) {
        boolean allHeard =
                !others.isEmpty()
                        && heard.keySet().containsAll(others)
                        && heard.values().stream()
                                .allMatch(position -> holdsNoMore(position.held()));
        boolean answered = allHeard || peers.stream().anyMatch(this::answered);
        if (answered || sound()) {
            decide(answered);
        }
    }

    /** What was written here, as the marker tells, is here. */
    private boolean sound() {
        return identity.marker().exists() && lost().isEmpty();
    }

    private Position end(CityId city) {
        return logs.log().head(city).map(Head::position).orElse(Position.START);
    }

    /**
     * Decides with what is known.
     *
     * @param answered whether a peer told what it has, and gave back what was missing
     */
    void decide(boolean answered) {
        InstanceMarker marker = identity.marker();
        Map<CityId, Position> lost = lost();
        if (lost.isEmpty() && (answered || marker.exists())) {
            logs.fence().open();
            return;
        }
        if (answered) {
            // before anyone else may write: a number of the lost tail must not be used again
            lost.keySet().forEach(this::startEpoch);
            logs.fence().open();
            return;
        }
        logs.fence().keepShut(reason(marker.exists()));
        LOG.atError()
                .log(
                        "own events are not written: {}",
                        logs.fence().state() instanceof WriteFence.State.ReadOnly(var reason)
                                ? reason
                                : "");
    }

    private String reason(boolean marked) {
        return "%s, and no peer answers; %s. Writing goes on when %s"
                .formatted(
                        marked
                                ? "The data are older than what this node has written before"
                                : "The data come from another machine or folder",
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
