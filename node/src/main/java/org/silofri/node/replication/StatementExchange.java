package org.silofri.node.replication;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Malformed;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Statement;
import org.silofri.catalogue.event.Statement.ForkProof;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.silofri.catalogue.event.StatementVerifier;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.KeptStatement;
import org.silofri.catalogue.log.RejectionReason;
import org.silofri.catalogue.log.Statements;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;

/**
 * Signed words outside the logs (WIRE "Statements"): where each city's own log stands and what each
 * node holds. They find a lost last event (F5) and make receipts (F9). Thread-safe.
 */
public final class StatementExchange {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);
    private static final int MOST_PROOFS = 20;

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final int MOST_SEEN = 10_000;

    private final NodeIdentity identity;
    private final EventLog log;
    private final ReplicationService replication;
    private final StatementVerifier verifier;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<String, Statement> signed = new ConcurrentHashMap<>();
    private final Map<CityId, NodePosition> heard = new ConcurrentHashMap<>();
    private volatile Runnable onAhead = () -> {};
    private final Set<String> seen = Collections.newSetFromMap(new Recent());

    /** Remembers the latest texts, so that what was verified once is not verified again. */
    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_SEEN;
        }
    }

    StatementExchange(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ReplicationService replication,
            InstantSource clock) {
        this.identity = identity;
        this.log = logs.log();
        this.replication = replication;
        this.verifier = new StatementVerifier(members);
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * What this node has to say now, signed and kept: a head for each own city, and its position.
     * The one place that signs statements; what was said a moment ago and still holds is said again
     * as it was.
     */
    public synchronized List<KeptStatement> say() {
        sign();
        Stream<KeptStatement> heads =
                identity.ownCities().stream()
                        .flatMap(
                                city -> log.statements().latest(city, HeadStatement.TYPE).stream());
        Stream<KeptStatement> position =
                log.statements().latest(identity.name(), NodePosition.TYPE).stream();
        return Stream.concat(heads, position).toList();
    }

    private void sign() {
        Instant now = clock.instant();
        Map<CityId, Head> heads = log.heads();
        List<Statement> statements = new ArrayList<>();
        for (CityId city : identity.ownCities()) {
            Head head = heads.get(city);
            statements.add(
                    new HeadStatement(
                            city,
                            head == null ? Position.START : head.position(),
                            head == null ? Hashes.NONE : head.hash(),
                            now,
                            proofs()));
        }
        Map<CityId, Position> held = new TreeMap<>();
        heads.forEach((city, head) -> held.put(city, head.position()));
        statements.add(new NodePosition(identity.name(), held, now));
        statements.stream().filter(this::isNews).forEach(this::sign);
    }

    private boolean isNews(Statement statement) {
        Statement before = signed.get(key(statement));
        return before == null
                || before.time().plus(FRESH).isBefore(statement.time())
                || !sameContent(before, statement);
    }

    private static boolean sameContent(Statement one, Statement other) {
        return switch (one) {
            case HeadStatement(var city, var head, var hash, var time, var proofs) ->
                    other.equals(new HeadStatement(city, head, hash, other.time(), proofs));
            case NodePosition(var city, var held, var time) ->
                    other.equals(new NodePosition(city, held, other.time()));
        };
    }

    private void sign(Statement statement) {
        keep(statement, identity.signer(statement.city()).sign(statement));
        signed.put(key(statement), statement);
    }

    private static String key(Statement statement) {
        return statement.wireName() + " " + statement.city();
    }

    private List<ForkProof> proofs() {
        return log.forks().proofs().stream()
                .limit(MOST_PROOFS)
                .map(proof -> new ForkProof(proof.knownJws(), proof.otherJws()))
                .toList();
    }

    /**
     * Takes a statement of another, and judges the fork proofs that it carries like any event (F7).
     *
     * @return false if it is not authentic, of the future, or not newer than the one that is held
     *     (F19)
     */
    public boolean receive(String jws, Source source) {
        String hash = Hashes.sha256(jws);
        synchronized (seen) {
            if (seen.contains(hash)) {
                return false;
            }
        }
        return switch (verifier.verify(jws)) {
            case StatementVerifier.Result.Authentic(var statement, var text) -> {
                synchronized (seen) { // not before: its author may become known later
                    seen.add(hash);
                }
                boolean news = !identity.owns(statement.city()) && take(statement, text, source);
                if (news) {
                    heed(statement, source);
                }
                yield news;
            }
            case StatementVerifier.Result.NotAuthentic(var reason, var detail) -> {
                replication.count(RejectionReason.of(reason), source, "statement");
                yield false;
            }
        };
    }

    /** Calls when a city has signed that its log is longer than it is here; must only wake. */
    public void onAhead(Runnable listener) {
        onAhead = listener;
    }

    private boolean take(Statement statement, String jws, Source source) {
        boolean future = statement.time().isAfter(clock.instant().plus(CLOCK_TOLERANCE));
        if (future || !keep(statement, jws)) {
            RejectionReason reason =
                    future ? RejectionReason.FUTURE_STATEMENT : RejectionReason.OLD_STATEMENT;
            replication.count(reason, source, statement.city().value());
            return false;
        }
        return true;
    }

    private void heed(Statement statement, Source source) {
        switch (statement) {
            case HeadStatement head -> {
                head.proofs().forEach(proof -> receive(proof, source));
                Position here = log.head(head.city()).map(Head::position).orElse(Position.START);
                if (head.head().compareTo(here) > 0) {
                    onAhead.run();
                }
            }
            case NodePosition position -> {
                if (!position.time().isBefore(begun)) {
                    heard.put(position.city(), position);
                }
            }
        }
    }

    private void receive(ForkProof proof, Source source) {
        for (String jws : List.of(proof.one(), proof.other())) {
            try {
                replication.receive(SignedEvent.of(jws, null), source);
            } catch (Malformed e) {
                replication.reject(RejectionReason.MALFORMED, source, "?");
            }
        }
    }

    private boolean keep(Statement statement, String jws) {
        return log.statements().keep(statement, jws);
    }

    /** What other nodes have signed of themselves since this one started, by node. */
    public Map<CityId, NodePosition> heard() {
        return Map.copyOf(heard);
    }

    /** All latest statements that are held, the own ones too. */
    public List<String> all() {
        Statements held = log.statements();
        return Stream.concat(
                        held.all(HeadStatement.TYPE).stream(), held.all(NodePosition.TYPE).stream())
                .map(KeptStatement::jws)
                .toList();
    }

    /** The latest head that a city has signed. */
    public Optional<HeadStatement> head(CityId city) {
        return log.statements()
                .latest(city, HeadStatement.TYPE)
                .flatMap(this::read)
                .filter(HeadStatement.class::isInstance)
                .map(HeadStatement.class::cast);
    }

    /** The latest signed word of each node on what it holds, the own one too, by node. */
    public Map<CityId, NodePosition> positions() {
        Map<CityId, NodePosition> found = new HashMap<>();
        log.statements().all(NodePosition.TYPE).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .filter(NodePosition.class::isInstance)
                .map(NodePosition.class::cast)
                .forEach(position -> found.put(position.city(), position));
        return found;
    }

    /** Who else holds the city's log up to where, as they have signed; by node (F9). */
    public Map<CityId, Position> receipts(CityId city) {
        Map<CityId, Position> receipts = new TreeMap<>();
        positions()
                .forEach((node, position) -> {
                    Position held = position.held().get(city);
                    if (!node.equals(identity.name()) && held != null) {
                        receipts.put(node, held);
                    }
                });
        return receipts;
    }

    /** Tells whether another node holds the event (<i>shared</i>, F9). */
    public boolean shared(CityId city, Position event) {
        return receipts(city).values().stream().anyMatch(held -> held.compareTo(event) >= 0);
    }

    /** What this node tells of all logs. */
    public FeedIndex index(List<String> statements) {
        Map<String, String> heads = new TreeMap<>();
        log.heads().forEach((city, head) -> heads.put(city.value(), head.position().toString()));
        Map<String, List<String>> pending = new TreeMap<>();
        log.quarantine()
                .pending(FeedIndex.MOST_PENDING)
                .forEach((city, at) ->
                        pending.put(city.value(), at.stream().map(Position::toString).toList()));
        return new FeedIndex(identity.name().value(), heads, statements, pending);
    }

    private Optional<Statement> read(KeptStatement held) {
        return verifier.verify(held.jws())
                        instanceof StatementVerifier.Result.Authentic(var statement, var jws)
                ? Optional.of(statement)
                : Optional.empty();
    }
}
