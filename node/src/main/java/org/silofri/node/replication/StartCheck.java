package org.silofri.node.replication;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
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

    /**
     * Asks the peers until all have answered or the time is over, then decides.
     *
     * @param peers who may know the own logs; empty when nobody can be asked
     */
    void run(List<URI> peers) {
        Instant deadline = clock.instant().plus(settings.startFence());
        Set<URI> silent = new HashSet<>(peers);
        while (!silent.isEmpty() && clock.instant().isBefore(deadline)) {
            silent.removeIf(this::answered);
            if (!silent.isEmpty() && !pause()) {
                return;
            }
        }
        decide(silent.size() < peers.size());
    }

    /**
     * Takes back what the peer has of the own logs and this node has not. The coordinator's log
     * comes first: without it nobody's events can be verified, the own ones neither.
     *
     * @return false if the peer did not answer, or has more than it gave
     */
    boolean answered(URI peer) {
        try {
            Map<CityId, Position> theirs = client.index(peer).positions();
            CityId coordinator = identity.network().coordinator();
            Position members = theirs.getOrDefault(coordinator, Position.START);
            repair.pull(peer, coordinator, members);
            boolean whole = true;
            for (CityId own : identity.ownCities()) {
                Position held = theirs.getOrDefault(own, Position.START);
                repair.pull(peer, own, held);
                whole &= end(own).compareTo(held) >= 0;
            }
            return whole;
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("peer", peer).log("no answer yet: {}", e.getMessage());
            return false;
        }
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
        Map<CityId, Position> lost = lost(marker.lastWritten());
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
        logs.fence()
                .keepShut(
                        marker.exists()
                                ? "The data are older than what this node has written before, and"
                                        + " no peer answers; they look like an old backup. Writing"
                                        + " goes on when the hub can be reached"
                                : "The data come from another machine or folder, and no peer"
                                        + " answers; they may be a copy. Writing goes on when the"
                                        + " hub can be reached");
        LOG.atError()
                .log(
                        "own events are not written: {}",
                        logs.fence().state() instanceof WriteFence.State.ReadOnly(var reason)
                                ? reason
                                : "");
    }

    private Map<CityId, Position> lost(Map<CityId, Position> written) {
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
