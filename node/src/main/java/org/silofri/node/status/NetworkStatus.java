package org.silofri.node.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.Statement;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.silofri.catalogue.event.StatementVerifier;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.KeptStatement;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.projection.Projections;
import org.springframework.stereotype.Component;

/** What this node holds of every city, and who else has said to hold it (F9). */
@Component
public class NetworkStatus {

    /** A node states its position every 30 s; after several missed ones it counts as away. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final NodeIdentity identity;
    private final Members members;
    private final EventLog log;
    private final IntakeService intake;
    private final Projections projections;
    private final InstantSource clock;

    NetworkStatus(
            NodeIdentity identity,
            Members members,
            LogService logs,
            IntakeService intake,
            Projections projections,
            InstantSource clock) {
        this.identity = identity;
        this.members = members;
        this.log = logs.log();
        this.intake = intake;
        this.projections = projections;
        this.clock = clock;
    }

    /** Every member, the coordinator first, then by name. */
    public List<CityStatus> cities() {
        Picture picture = picture();
        return members.all().stream()
                .map(member -> status(member, picture))
                .sorted(
                        Comparator.comparing((CityStatus city) ->
                                        !city.city().equals(members.coordinator().value()))
                                .thenComparing(CityStatus::city))
                .toList();
    }

    /**
     * Whether another node has said to hold an event (F9 <i>shared</i>).
     *
     * @return names of those nodes, this one left out
     */
    public List<String> holders(CityId city, Position position) {
        return holders(positions(), city, position);
    }

    /** Like {@link #holders(CityId, Position)}, as these nodes have said. */
    List<String> holders(Map<CityId, NodePosition> said, CityId city, Position position) {
        return said.values().stream()
                .filter(node -> !node.city().equals(identity.name()))
                .filter(node -> holds(node, city, position))
                .map(node -> node.city().value())
                .sorted()
                .toList();
    }

    /** The nodes of the network but this one: members that nobody hosts, by name. */
    public List<CityId> otherNodes() {
        return members.all().stream()
                .filter(member -> member.hostedBy().isEmpty())
                .map(Member::city)
                .filter(city -> !city.equals(identity.name()))
                .sorted(Comparator.comparing(CityId::value))
                .toList();
    }

    /** All that the rows are made of, read once. */
    private record Picture(
            Instant now,
            Map<CityId, Head> heads,
            Map<CityId, HeadStatement> stated,
            Map<CityId, NodePosition> nodes,
            Map<CityId, Integer> quarantined,
            Map<CityId, Position> frozen,
            Map<CityId, Duration> throttled,
            Map<CityId, String> digests) {

        Optional<Duration> throttled(CityId city) {
            return Optional.ofNullable(throttled.get(city));
        }
    }

    private Picture picture() {
        return new Picture(
                clock.instant(),
                log.heads(),
                statements(HeadStatement.TYPE, HeadStatement.class),
                positions(),
                log.quarantine().counts(),
                log.forks().frozen(),
                throttled(),
                projections.digests());
    }

    private Map<CityId, Duration> throttled() {
        Map<CityId, Duration> waits = new HashMap<>();
        for (CityId city : identity.ownCities()) {
            intake.throttled(city).ifPresent(wait -> waits.put(city, wait));
        }
        return waits;
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** What each node has said of itself, this one too. */
    Map<CityId, NodePosition> positions() {
        return statements(NodePosition.TYPE, NodePosition.class);
    }

    private <S extends Statement> Map<CityId, S> statements(String type, Class<S> as) {
        StatementVerifier verifier = new StatementVerifier(members);
        return log.statements().all(type).stream()
                .map(kept -> read(verifier, kept))
                .flatMap(Optional::stream)
                .filter(as::isInstance)
                .map(as::cast)
                .collect(
                        Collectors.toMap(
                                Statement::city, Function.identity(), (a, b) -> b, HashMap::new));
    }

    private static Optional<Statement> read(StatementVerifier verifier, KeptStatement kept) {
        return switch (verifier.verify(kept.jws())) {
            case StatementVerifier.Result.Authentic(var statement, var jws) ->
                    Optional.of(statement);
            case StatementVerifier.Result.NotAuthentic refused -> Optional.empty();
        };
    }

    private CityStatus status(Member member, Picture picture) {
        CityId city = member.city();
        Optional<Head> head = Optional.ofNullable(picture.heads().get(city));
        Position held = head.map(Head::position).orElse(Position.START);
        long behind = behind(held, picture.stated().get(city));
        return new CityStatus(
                city.value(),
                member.names(),
                member.country(),
                member.base().value(),
                member.hostedBy().map(Object::toString).orElse(null),
                !member.confirmed(),
                head.isPresent() ? held.epoch() : 0,
                held.seq(),
                head.map(Head::hash).orElse(""),
                picture.digests().getOrDefault(city, ""),
                head.map(h -> Duration.between(h.time(), picture.now()).toSeconds()).orElse(null),
                state(member, picture, behind),
                picture.throttled(city).map(NetworkStatus::wholeSeconds).orElse(null),
                behind,
                picture.quarantined().getOrDefault(city, 0),
                picture.nodes().values().stream()
                        .filter(node -> holds(node, city, held))
                        .map(node -> node.city().value())
                        .sorted()
                        .toList(),
                picture.nodes().size());
    }

    private static long behind(
            Position held, @org.jspecify.annotations.Nullable HeadStatement stated) {
        if (stated == null || stated.head().compareTo(held) <= 0) {
            return 0;
        }
        return stated.head().epoch() == held.epoch()
                ? stated.head().seq() - held.seq()
                : stated.head().seq();
    }

    private CityStatus.State state(Member member, Picture picture, long behind) {
        if (member.state() == Member.State.SUSPENDED) {
            return CityStatus.State.SUSPENDED;
        }
        if (picture.frozen().containsKey(member.city())) {
            return CityStatus.State.FROZEN;
        }
        if (picture.throttled(member.city()).isPresent()) {
            return CityStatus.State.THROTTLED;
        }
        if (behind > 0) {
            return CityStatus.State.BEHIND;
        }
        return reachable(member, picture) ? CityStatus.State.CURRENT : CityStatus.State.UNREACHABLE;
    }

    private boolean reachable(Member member, Picture picture) {
        CityId node =
                member.hostedBy()
                        .flatMap(host -> members.byBase(host.value()))
                        .map(Member::city)
                        .orElse(member.city());
        NodePosition stated = picture.nodes().get(node);
        return identity.owns(node)
                || (stated != null && stated.time().plus(SILENCE).isAfter(picture.now()));
    }

    private static boolean holds(NodePosition node, CityId city, Position position) {
        Position held = node.held().get(city);
        return held != null && held.compareTo(position) >= 0;
    }
}
