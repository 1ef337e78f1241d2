package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.FeedIndex;
import org.silofri.node.replication.StatementExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Levels the logs here with those of a peer (F5): pulls what is missing here, pushes what is
 * missing there, payloads too (F14). Of a city that stands still, as far as it is agreed on (F7).
 */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    /** Stands for the signed heads, whoever brought them, among the peers of {@link Lags}. */
    private static final URI HEADS = URI.create("urn:silofri:heads");

    private final NodeIdentity identity;
    private final EventLog log;
    private final Members members;
    private final StatementExchange statements;
    private final Repair repair;
    private final ReplicationSettings settings;
    private final InstantSource clock;
    private final Consumer<Duration> wake;
    private final Lags lags = new Lags();
    private final Map<String, Instant> completed = new ConcurrentHashMap<>();

    /**
     * Begins without having met anyone.
     *
     * @param wake asks for another look within that time
     */
    Mending(
            NodeIdentity identity,
            EventLog log,
            Members members,
            StatementExchange statements,
            Repair repair,
            ReplicationSettings settings,
            InstantSource clock,
            Consumer<Duration> wake) {
        this.identity = identity;
        this.log = log;
        this.members = members;
        this.statements = statements;
        this.repair = repair;
        this.settings = settings;
        this.clock = clock;
        this.wake = wake;
        lags.met(HEADS);
    }

    /** The peer was away. */
    void gone(URI peer) {
        lags.gone(peer);
    }

    /**
     * Does what is due. The coordinator's log first: it tells whose other events may be taken.
     *
     * @return false if something that is known of is overdue here even so
     * @throws IOException if the peer does not give the coordinator's log
     */
    boolean mend(URI peer, FeedIndex index) throws IOException {
        Map<CityId, Position> theirs = index.positions();
        CityId coordinator = members.coordinator();
        Position held = agreed(coordinator, theirs.getOrDefault(coordinator, Position.START));
        if (end(coordinator).compareTo(held) < 0) {
            repair.pull(peer, coordinator, held);
        }
        Map<CityId, List<Position>> pending = log.quarantine().pending(FeedIndex.MOST_PENDING);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Member member : members.all()) {
            CityId city = member.city();
            Position there = theirs.getOrDefault(city, Position.START);
            plan(peer, member, agreed(city, there)).ifPresent(work::add);
            List<Position> here = pending.getOrDefault(city, List.of());
            payloads(peer, city, here, index.pending(city)).ifPresent(work::add);
        }
        boolean well = Parallel.run(settings.parallel(), work);
        lags.met(peer);
        boolean behind = isBehindHeads();
        return well && !behind;
    }

    private Optional<Callable<Boolean>> plan(URI peer, Member member, Position there) {
        CityId city = member.city();
        Position here = agreed(city, end(city));
        int order = there.compareTo(here);
        if (order == 0) {
            lags.over(peer, city);
            return Optional.empty();
        }
        boolean foreignPush = order < 0 && !identity.owns(city);
        Duration patience = foreignPush ? settings.repairInterval() : settings.repairAfter();
        boolean due = isDue(peer, city, order > 0 ? here : there, patience);
        return due ? Optional.of(() -> move(peer, member, there, here)) : Optional.empty();
    }

    private boolean isDue(URI peer, CityId city, Position missing, Duration patience) {
        Duration left = lags.patience(peer, city, missing, patience, clock.instant());
        if (!left.isZero()) {
            wake.accept(left);
        }
        return left.isZero();
    }

    private boolean move(URI peer, Member member, Position there, Position here) {
        CityId city = member.city();
        try {
            if (there.compareTo(here) > 0) {
                repair.pull(peer, city, there);
            } else {
                repair.push(peer, city, there, here);
            }
            lags.over(peer, city);
            return member.state() == Member.State.SUSPENDED
                    || end(city).compareTo(agreed(city, there)) >= 0;
        } catch (IOException e) {
            unfinished(peer, city, e);
            return false;
        }
    }

    /** Bytes of events that the logs have already; asked for again from time to time only. */
    private Optional<Callable<Boolean>> payloads(
            URI peer, CityId city, List<Position> here, List<Position> there) {
        if (here.isEmpty() && there.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant next = completed.getOrDefault(peer + " " + city, Instant.MIN);
        if (now.isBefore(next)) {
            wake.accept(Duration.between(now, next));
            return Optional.empty();
        }
        completed.put(peer + " " + city, now.plus(settings.repairInterval()));
        return Optional.of(() -> {
            try {
                repair.complete(peer, city, here);
                repair.supply(peer, city, there);
            } catch (IOException e) {
                unfinished(peer, city, e);
            }
            return true; // an erased payload is nowhere
        });
    }

    private static void unfinished(URI peer, CityId city, IOException e) {
        LOG.atWarn()
                .addKeyValue("city", city)
                .addKeyValue("peer", peer)
                .log("repair is not finished: {}", e.getMessage());
    }

    /** A city has signed for a while that its log is longer than it is here. */
    private boolean isBehindHeads() {
        boolean behind = false;
        for (Member member : members.all()) {
            CityId city = member.city();
            Position here = end(city);
            Position signed = statements.head(city).map(HeadStatement::head).orElse(Position.START);
            boolean asks =
                    member.state() == Member.State.ACTIVE
                            && !identity.owns(city)
                            && agreed(city, signed).compareTo(here) > 0;
            if (!asks) {
                lags.over(HEADS, city);
            } else if (isDue(HEADS, city, here, settings.repairAfter())) {
                behind = true;
            }
        }
        return behind;
    }

    /** That position, or the last that is agreed on. */
    private Position agreed(CityId city, Position at) {
        return log.forks()
                .frozenAt(city)
                .map(frozen -> new Position(frozen.epoch(), Math.max(0, frozen.seq() - 1)))
                .filter(last -> last.compareTo(at) < 0)
                .orElse(at);
    }

    private Position end(CityId city) {
        return log.head(city).map(Head::position).orElse(Position.START);
    }
}
