package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.ldes.Pulled;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.replication.ReplicationService;
import org.silofri.node.replication.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves a stretch of one city's log between this node and a peer, over HTTP (F5). */
final class Repair {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final int MOST_EVENTS = 250;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final EventLog log;
    private final Members members;
    private final ReplicationService replication;
    private final PeerClient client;

    Repair(EventLog log, Members members, ReplicationService replication, PeerClient client) {
        this.log = log;
        this.members = members;
        this.replication = replication;
        this.client = client;
    }

    /**
     * Fetches what is missing, up to that position.
     *
     * @return how many events were received; fewer than asked when the peer has no good ones
     * @throws IOException if the peer does not answer as it should
     */
    int pull(URI peer, CityId city, Position upTo) throws IOException {
        int received = 0;
        Position after = end(city);
        while (after.compareTo(upTo) < 0) {
            Source source = Source.answer(peer.toString(), new Source.Range(city, after, upTo));
            Pulled.Events page = page(peer, source, after, upTo, city);
            List<SignedEvent> events = page.events();
            replication.receiveRun(events, source);
            Position now = end(city);
            if (now.compareTo(after) <= 0) {
                break;
            }
            received += events.size();
            after = now;
        }
        if (received > 0) {
            LOG.atInfo()
                    .addKeyValue("city", city)
                    .addKeyValue("seq", after)
                    .addKeyValue("peer", peer)
                    .log("{} events pulled", received);
        }
        return received;
    }

    /** What the peer answers; what was not asked for is counted. */
    private Pulled.Events page(URI peer, Source source, Position after, Position upTo, CityId city)
            throws IOException {
        try {
            Pulled.Events page = client.pull(peer, city, after, upTo);
            page.refused()
                    .forEach(why ->
                            replication.reject(
                                    RejectionReason.of(why.reason()), source, city.value()));
            for (int i = 0; i < page.foreign(); i++) {
                replication.reject(RejectionReason.WRONG_CITY, source, city.value());
            }
            return page;
        } catch (PeerClient.Unreadable e) {
            replication.reject(RejectionReason.MALFORMED, source, city.value());
            throw e;
        }
    }

    /**
     * Fetches events once more, for the payloads that are missing here (F14).
     *
     * @param pending their places, in order
     * @throws IOException if the peer does not answer as it should
     */
    void complete(URI peer, CityId city, List<Position> pending) throws IOException {
        for (Source.Range range : ranges(city, pending)) {
            Position after = range.after();
            while (after.compareTo(range.upTo()) < 0) {
                List<SignedEvent> events = client.pull(peer, city, after, range.upTo()).events();
                if (events.isEmpty() || events.getLast().position().compareTo(after) <= 0) {
                    break;
                }
                replication.receiveAll(events, Source.answer("pull " + peer, range));
                after = events.getLast().position();
            }
        }
    }

    /** Neighbours together. */
    static List<Source.Range> ranges(CityId city, List<Position> positions) {
        List<Source.Range> ranges = new ArrayList<>();
        for (Position at : positions) {
            boolean joins = !ranges.isEmpty() && ranges.getLast().upTo().next().equals(at);
            Position after =
                    joins
                            ? ranges.removeLast().after()
                            : new Position(at.epoch(), Math.max(0, at.seq() - 1));
            ranges.add(new Source.Range(city, after, at));
        }
        return ranges;
    }

    /**
     * Sends those payloads that the peer says it lacks and this node has (F14).
     *
     * @throws IOException if the peer does not take it
     */
    void supply(URI peer, CityId city, List<Position> lacking) throws IOException {
        List<SignedEvent> events =
                lacking.stream()
                        .map(at -> log.find(city, at))
                        .flatMap(Optional::stream)
                        .filter(event -> event.payload() != null)
                        .toList();
        Optional<Member> member = members.byCity(city);
        if (!events.isEmpty() && member.isPresent()) {
            client.push(peer, city, member.get().base(), events);
        }
    }

    /**
     * Sends what the peer lacks.
     *
     * @param after what the peer says it has
     * @param upTo last that is sent
     * @throws IOException if the peer does not take it
     */
    void push(URI peer, CityId city, Position after, Position upTo) throws IOException {
        Position sent = after;
        List<SignedEvent> batch = batch(city, sent, upTo);
        int count = 0;
        while (!batch.isEmpty() && members.byCity(city).isPresent()) {
            client.push(peer, city, members.byCity(city).orElseThrow().base(), batch);
            sent = batch.getLast().position();
            count += batch.size();
            batch = batch(city, sent, upTo);
        }
        if (count > 0) {
            LOG.atInfo()
                    .addKeyValue("city", city)
                    .addKeyValue("seq", sent)
                    .addKeyValue("peer", peer)
                    .log("{} events pushed", count);
        }
    }

    private List<SignedEvent> batch(CityId city, Position after, Position upTo) {
        List<SignedEvent> batch = new ArrayList<>();
        int bytes = 0;
        for (SignedEvent event : log.readAfter(city, after, MOST_EVENTS)) {
            Payload payload = event.payload();
            bytes += event.jws().length() + (payload == null ? 0 : payload.size());
            boolean beyond = event.position().compareTo(upTo) > 0;
            if (beyond || (bytes > MOST_BYTES && !batch.isEmpty())) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    private Position end(CityId city) {
        return log.head(city).map(Head::position).orElse(Position.START);
    }
}
