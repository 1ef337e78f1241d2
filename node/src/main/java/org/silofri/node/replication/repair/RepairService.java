package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.silofri.catalogue.log.Door;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogGrown;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.FeedIndex;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.Source;
import org.silofri.node.replication.StatementExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Finds and mends what the bus has lost (F3, F5): compares with the hub what each holds, pulls what
 * is missing here and pushes what is missing there, and exchanges signed statements on the way.
 * Works without any bus; outgoing HTTP only.
 */
final class RepairService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepairService.class);
    private static final Duration AFTER_GROWTH = Duration.ofMillis(700);
    private static final int MOST_DOUBLINGS = 6;

    private final NodeIdentity identity;
    private final LogService logs;
    private final ReplicationService replication;
    private final StatementExchange statements;
    private final ReplicationSettings settings;
    private final Peers network;
    private final PeerClient client;
    private final Mending mending;
    private final StartCheck start;
    private final Alarm alarm = new Alarm();
    private final Set<URI> reached = ConcurrentHashMap.newKeySet();
    private boolean checked;
    private volatile int failures;
    private volatile boolean closing;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("silofri-repair").unstarted(this::work);

    RepairService(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ReplicationService replication,
            StatementExchange statements,
            ReplicationSettings settings,
            PeerClient client,
            InstantSource clock) {
        this.identity = identity;
        this.logs = logs;
        this.replication = replication;
        this.statements = statements;
        this.settings = settings;
        this.network = new Peers(identity, members);
        this.client = client;
        Repair repair = new Repair(logs.log(), members, replication, client);
        this.mending =
                new Mending(
                        identity,
                        logs.log(),
                        members,
                        statements,
                        repair,
                        settings,
                        clock,
                        alarm::within);
        this.start = new StartCheck(identity, logs, client, repair, settings, clock);
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        begin();
    }

    void begin() {
        replication.onGap(() -> alarm.within(settings.repairAfter()));
        statements.onAhead(() -> alarm.within(settings.repairAfter()));
        thread.start();
    }

    @EventListener
    void onGrowth(LogGrown grown) {
        alarm.within(AFTER_GROWTH);
    }

    private void work() {
        while (!closing) {
            boolean good = false;
            try {
                checkStart();
                good = round();
            } catch (RuntimeException e) { // the loop must go on whatever happens
                LOG.atError().setCause(e).log("repair fails, trying again");
            }
            failures = good ? 0 : Math.min(MOST_DOUBLINGS, failures + 1);
            alarm.await(good ? settings.repairInterval() : pause());
        }
    }

    /** Until it has decided once; what fails is tried again like any other repair. */
    private void checkStart() {
        if (!checked) {
            start.run(network.asked(), this::allTold, network.nodes().isEmpty());
            checked = true;
        }
    }

    private boolean allTold() {
        return start.told(statements.heard(), network.nodes());
    }

    /** How it goes, for health. */
    RepairState state() {
        Thread.State running = thread.getState();
        return new RepairState(
                running == Thread.State.NEW || thread.isAlive(), failures, logs.fence().state());
    }

    /** Shorter than the interval, so that a hub that is back is found soon; with jitter. */
    private Duration pause() {
        long longest = settings.repairInterval().toMillis();
        long millis = Math.min(longest, 500L << failures);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    /** What came of asking a peer. */
    private enum Met {
        /** It did not answer. */
        GONE,
        /** It answered, and something that is known of is missing still. */
        PART,
        /** Nothing that is known of is missing any more. */
        WHOLE
    }

    /**
     * Exchanges with the hub; with members that have a feed too, when it does not answer or does
     * not have what is missing.
     *
     * @return false if somebody was asked and something is missing still
     */
    boolean round() {
        statements.say();
        List<URI> peers = network.asked();
        boolean answered = peers.isEmpty();
        boolean whole = peers.isEmpty();
        for (URI peer : peers) {
            Met met = meet(peer);
            answered |= met != Met.GONE;
            whole |= met == Met.WHOLE;
            if (met == Met.WHOLE && !identity.coordinator()) {
                break;
            }
        }
        if (logs.fence().state() instanceof WriteFence.State.ReadOnly) {
            start.reconsider(answered ? peers : List.of(), this::allTold);
        }
        return whole;
    }

    private Met meet(URI peer) {
        try {
            FeedIndex index = client.exchange(peer, statements.index(statements.all()));
            reached.add(peer);
            Source source = Source.unasked(Door.PULL, peer.toString());
            index.statements().forEach(statement -> statements.receive(statement, source));
            return mending.mend(peer, index) ? Met.WHOLE : Met.PART;
        } catch (IOException e) {
            gone(peer, e);
            return Met.GONE;
        } catch (RuntimeException e) { // one peer never stops the others
            LOG.atError().addKeyValue("peer", peer).setCause(e).log("repair with a peer fails");
            return Met.PART;
        }
    }

    private void gone(URI peer, IOException e) {
        mending.gone(peer);
        if (reached.remove(peer)) {
            LOG.atWarn().addKeyValue("peer", peer).log("peer is gone: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closing = true;
        alarm.within(Duration.ZERO);
        client.close();
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
