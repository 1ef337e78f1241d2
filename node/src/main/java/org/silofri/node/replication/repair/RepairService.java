package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Head;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogGrown;
import org.silofri.node.log.LogService;
import org.silofri.node.log.WriteFence;
import org.silofri.node.membership.Member;
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
    private final Members members;
    private final ReplicationService replication;
    private final StatementExchange statements;
    private final ReplicationSettings settings;
    private final InstantSource clock;
    private final Peers network;
    private final PeerClient client;
    private final Repair repair;
    private final StartCheck start;
    private final Alarm alarm = new Alarm();
    private final Lags lags = new Lags();
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
            InstantSource clock) {
        this.identity = identity;
        this.logs = logs;
        this.members = members;
        this.replication = replication;
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
        this.network = new Peers(identity, members);
        this.client = new PeerClient(settings);
        this.repair = new Repair(logs.log(), members, replication, client);
        this.start = new StartCheck(identity, logs, client, repair, settings, clock);
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        begin();
    }

    void begin() {
        replication.onGap(() -> alarm.within(settings.repairAfter()));
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
            start.run(network.asked());
            checked = true;
        }
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

    /**
     * Exchanges with the hub, or with members that have a feed when it does not answer.
     *
     * @return false if somebody was asked and nobody answered
     */
    boolean round() {
        statements.say();
        List<URI> peers = network.asked();
        boolean answered = peers.isEmpty();
        for (URI peer : peers) {
            boolean good = meet(peer);
            answered |= good;
            if (good && !identity.coordinator()) {
                break;
            }
        }
        if (logs.fence().state() instanceof WriteFence.State.ReadOnly) {
            List<URI> there = answered ? peers : List.of();
            start.reconsider(there, statements.heard(), network.nodes());
        }
        return answered;
    }

    private boolean meet(URI peer) {
        try {
            FeedIndex index = client.exchange(peer, statements.index(statements.all()));
            reached.add(peer);
            Source source = Source.unasked("exchange " + peer);
            index.statements().forEach(statement -> statements.receive(statement, source));
            boolean good = mend(peer, index.positions());
            lags.met(peer);
            return good;
        } catch (IOException e) {
            gone(peer, e);
            return false;
        } catch (RuntimeException e) { // one peer never stops the others
            LOG.atError().addKeyValue("peer", peer).setCause(e).log("repair with a peer fails");
            return false;
        }
    }

    private void gone(URI peer, IOException e) {
        lags.gone(peer);
        if (reached.remove(peer)) {
            LOG.atWarn().addKeyValue("peer", peer).log("peer is gone: {}", e.getMessage());
        }
    }

    /** The coordinator's log first: it tells whose other events may be taken. */
    private boolean mend(URI peer, Map<CityId, Position> theirs) throws IOException {
        CityId coordinator = members.coordinator();
        Position held = theirs.getOrDefault(coordinator, Position.START);
        if (end(coordinator).compareTo(held) < 0) {
            repair.pull(peer, coordinator, held);
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Member member : members.all()) {
            CityId city = member.city();
            Position there = theirs.getOrDefault(city, Position.START);
            plan(peer, city, there, end(city)).ifPresent(work::add);
        }
        return Parallel.run(settings.parallel(), work);
    }

    private Optional<Callable<Boolean>> plan(URI peer, CityId city, Position there, Position here) {
        int order = there.compareTo(here);
        if (order == 0 || logs.log().forks().frozenAt(city).isPresent()) {
            lags.over(peer, city);
            return Optional.empty();
        }
        boolean foreignPush = order < 0 && !identity.owns(city);
        Duration patience = foreignPush ? settings.repairInterval() : settings.repairAfter();
        Position missing = order > 0 ? here : there;
        Duration left = lags.patience(peer, city, missing, patience, clock.instant());
        if (!left.isZero()) {
            alarm.within(left);
            return Optional.empty();
        }
        return Optional.of(() -> move(peer, city, there, order > 0));
    }

    private boolean move(URI peer, CityId city, Position there, boolean pull) {
        try {
            if (pull) {
                repair.pull(peer, city, there);
            } else {
                repair.push(peer, city, there);
            }
            lags.over(peer, city);
            return true;
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("city", city)
                    .addKeyValue("peer", peer)
                    .log("repair is not finished: {}", e.getMessage());
            return false;
        }
    }

    private Position end(CityId city) {
        return logs.log().head(city).map(Head::position).orElse(Position.START);
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
