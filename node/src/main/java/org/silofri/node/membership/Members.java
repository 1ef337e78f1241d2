package org.silofri.node.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.KeyLookup;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.PublicKey;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.node.identity.NetworkFile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogGrown;
import org.silofri.node.log.LogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Who belongs to the network, as the coordinator's log says and nothing else (F11). Before that log
 * has arrived, the coordinator itself is known from {@code network.json}. Thread-safe; always as
 * fresh as the local copy of the coordinator's log.
 */
public final class Members implements KeyLookup {

    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final int BATCH = 500;

    private final NodeIdentity identity;
    private final LogService logs;

    /** How often the log has grown, and how much of that {@link #members} tells. */
    private final AtomicLong growths = new AtomicLong(1);

    private volatile long told;
    private Position applied = Position.START;
    private Set<Position> held = Set.of();
    private volatile Map<CityId, Member> members;

    Members(NodeIdentity identity, LogService logs) {
        this.identity = identity;
        this.logs = logs;
        Member anchor = anchor(identity.network());
        this.members = Map.of(anchor.city(), anchor);
    }

    /** The coordinator as {@code network.json} pins it. */
    private static Member anchor(NetworkFile network) {
        return new Member(
                network.coordinator(),
                network.base(),
                List.of(MemberKey.first(network.key())),
                Map.of("en", "Coordinator"),
                "",
                "en",
                Optional.empty(),
                Optional.of(network.http()),
                Optional.empty(),
                "",
                Member.State.ACTIVE,
                Optional.empty());
    }

    @EventListener
    void onGrowth(LogGrown grown) {
        reread();
    }

    /** Looks into the log again before the next answer. */
    void reread() {
        growths.incrementAndGet();
    }

    /** The member with that id. */
    public Optional<Member> byCity(CityId city) {
        return Optional.ofNullable(current().get(city));
    }

    /** The member with exactly that base IRI. */
    public Optional<Member> byBase(String base) {
        return all().stream().filter(member -> member.base().value().equals(base)).findFirst();
    }

    /** All members by id, suspended ones too. */
    public Collection<Member> all() {
        return current().values();
    }

    /** The city whose log tells the members. */
    public CityId coordinator() {
        return identity.network().coordinator();
    }

    /**
     * The key with that thumbprint, whenever it was valid. The coordinator's is always the one that
     * {@code network.json} pins.
     */
    public Optional<PublicKey> key(CityId city, String kid) {
        return byCity(city).flatMap(member -> member.key(kid));
    }

    @Override
    public Optional<PublicKey> key(CityId city, String kid, Position at) {
        // what is said of an empty log is signed by the key that will sign its first event
        Position place = at.equals(Position.START) ? MemberKey.FIRST : at;
        return byCity(city).flatMap(member -> member.keyAt(kid, place));
    }

    private Map<CityId, Member> current() {
        if (told < growths.get()) {
            refresh();
        }
        return members;
    }

    private synchronized void refresh() {
        long growth = growths.get();
        if (told >= growth) {
            return;
        }
        Set<Position> heldNow = held();
        Map<CityId, Member> next = new TreeMap<>(members);
        if (!heldNow.containsAll(held)) {
            // something was released behind the place that is applied
            applied = Position.START;
            next.clear();
            Member anchor = anchor(identity.network());
            next.put(anchor.city(), anchor);
        }
        held = heldNow;
        List<SignedEvent> events;
        do {
            events = logs.log().readAfter(coordinator(), applied, BATCH);
            for (SignedEvent event : events) {
                if (!heldNow.contains(event.position())) {
                    apply(event, next);
                }
                applied = event.position();
            }
        } while (events.size() == BATCH);
        members = next;
        told = growth;
    }

    private Set<Position> held() {
        return logs.log().quarantine().of(coordinator(), Integer.MAX_VALUE).stream()
                .map(event -> event.event().position())
                .collect(Collectors.toSet());
    }

    private void apply(SignedEvent event, Map<CityId, Member> next) {
        Optional<EntryIri> entry =
                EntryIri.parse(event.envelope().subject())
                        .filter(iri -> iri.kind() == EntryKind.MEMBER)
                        .filter(identity.network().base()::owns);
        if (entry.isEmpty()) {
            return;
        }
        if (event.envelope().type() == EventType.WITHDRAWN) {
            next.keySet().removeIf(city -> !isCoordinator(city) && isEntryOf(entry.get(), city));
            return;
        }
        Payload payload = event.payload();
        if (event.envelope().type() == EventType.PUBLISHED && payload != null) {
            read(entry.get(), payload)
                    .ifPresentOrElse(
                            member -> next.put(member.city(), pinned(member)),
                            () ->
                                    LOG.atWarn()
                                            .addKeyValue("entry", entry.get())
                                            .addKeyValue("seq", event.envelope().seq())
                                            .log("member entry cannot be read, it is left out"));
        }
    }

    private static Optional<Member> read(EntryIri entry, Payload payload) {
        try {
            return MemberRdf.read(entry, CanonicalNTriples.parse(payload.content()))
                    .filter(member -> isEntryOf(entry, member.city()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whatever its own entry says, the coordinator's base and key are the pinned ones. */
    private Member pinned(Member member) {
        if (!isCoordinator(member.city())) {
            return member;
        }
        NetworkFile network = identity.network();
        return new Member(
                member.city(),
                new BaseIri(network.base().value()),
                List.of(MemberKey.first(network.key())),
                member.names(),
                member.country(),
                member.language(),
                member.at(),
                Optional.of(network.http()),
                Optional.empty(),
                member.busUser(),
                Member.State.ACTIVE,
                member.membershipEvidence());
    }

    private boolean isCoordinator(CityId city) {
        return city.equals(coordinator());
    }

    private static boolean isEntryOf(EntryIri entry, CityId city) {
        return entry.key().equals(city.value());
    }
}
