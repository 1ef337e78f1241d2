package org.silofri.node.membership;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.log.EventDraft;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.FeedAddress;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.JoinRequest;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSetup;
import org.silofri.node.log.LogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Admits cities at the coordinator: checks the join request and appends a member entry to the
 * coordinator's log, from where all nodes learn of it (F11).
 */
public final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final NodeIdentity identity;
    private final LogService logs;
    private final Members members;
    private final ObjectProvider<BusAccess> bus;

    Admission(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ObjectProvider<BusAccess> bus) {
        this.identity = identity;
        this.logs = logs;
        this.members = members;
        this.bus = bus;
    }

    /**
     * Admits a city. A member that asks again with the same key gets a new login and no new entry.
     *
     * @param joinRequest compact JWS as {@code silofri init} writes it
     */
    public synchronized AdmissionResult admit(String joinRequest) {
        if (!identity.coordinator()) {
            return new AdmissionResult.Refused(
                    "This is the node of %s; admit at the coordinator %s"
                            .formatted(identity.name(), identity.network().http()));
        }
        found();
        Optional<JoinRequest> verified = JoinRequest.verify(joinRequest.strip());
        if (verified.isEmpty()) {
            return new AdmissionResult.Refused(
                    "The join request is damaged or not signed by its own key; ask the city to"
                            + " send join-request.jws again");
        }
        JoinRequest request = verified.get();
        Optional<Member> before =
                members.byCity(request.city())
                        .filter(member -> member.base().equals(request.base()))
                        .filter(member -> member.key(request.key().kid()).isPresent());
        if (before.isPresent()) {
            return new AdmissionResult.Admitted(before.get(), credential(before.get()), false);
        }
        Optional<String> objection = objection(request);
        if (objection.isPresent()) {
            return new AdmissionResult.Refused(objection.get());
        }
        Member member = member(request);
        HubLogin login = credential(member);
        append(member);
        return new AdmissionResult.Admitted(member, login, true);
    }

    /** Makes the coordinator the first member of its own log. */
    synchronized void found() {
        if (identity.coordinator() && logs.log().head(identity.name()).isEmpty()) {
            String request = NodeSetup.storedRequest(identity.data());
            append(member(JoinRequest.verify(request).orElseThrow()));
        }
    }

    private Optional<String> objection(JoinRequest request) {
        if (members.byCity(request.city()).isPresent()) {
            return Optional.of(
                    "%s is a member with another key or base IRI; choose another name"
                            .formatted(request.city()));
        }
        if (request.base().ambiguous()) {
            return Optional.of(
                    "A part of base IRI %s is exactly \"id\", where an entry's own part begins; use"
                                    .formatted(request.base())
                            + " another address");
        }
        URI feed = request.profile().feed();
        Optional<String> badFeed = feed == null ? Optional.empty() : FeedAddress.objection(feed);
        if (badFeed.isPresent()) {
            return badFeed;
        }
        return request.hostedBy() == null ? ownNode(request) : hosted(request, request.hostedBy());
    }

    private Optional<String> ownNode(JoinRequest request) {
        boolean taken =
                members.all().stream()
                        .map(Member::base)
                        .anyMatch(other ->
                                other.holds(request.base()) || request.base().holds(other));
        return taken
                ? Optional.of(
                        "Base IRI %s overlaps with a member's; set silofri.node.url to an address"
                                        .formatted(request.base())
                                + " of the city's own")
                : Optional.empty();
    }

    private Optional<String> hosted(JoinRequest request, BaseIri host) {
        if (members.byBase(host.value()).isEmpty()) {
            return Optional.of("The host %s is no member; admit it first".formatted(host));
        }
        return request.base().equals(host.hosted(request.city()))
                ? Optional.empty()
                : Optional.of(
                        "The base IRI of a hosted city is %s"
                                .formatted(host.hosted(request.city())));
    }

    private static Member member(JoinRequest request) {
        CityProfile profile = request.profile();
        Double latitude = profile.latitude();
        Double longitude = profile.longitude();
        return new Member(
                request.city(),
                request.base(),
                List.of(MemberKey.first(request.key())),
                profile.names(),
                profile.country(),
                profile.language(),
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Coordinates(latitude, longitude)),
                Optional.ofNullable(profile.feed()),
                Optional.ofNullable(request.hostedBy()),
                request.hostedBy() == null ? request.city().value() : "",
                Member.State.ACTIVE,
                Optional.ofNullable(profile.evidence()));
    }

    private @Nullable HubLogin credential(Member member) {
        BusAccess access = bus.getIfAvailable();
        boolean speaksItself =
                member.hostedBy().isEmpty() && !member.city().equals(identity.name());
        return access == null || !speaksItself ? null : access.admit(member);
    }

    private static EventDraft draft(Snapshot snapshot) {
        return new EventDraft(
                EventType.PUBLISHED,
                snapshot.entry().value(),
                Instant.now(),
                Envelope.ONTOLOGY_1_0,
                EventType.PUBLISHED.contentType(),
                snapshot.canonical());
    }

    private void append(Member member) {
        EntryIri entry = MemberRdf.entry(identity.network().base(), member.city());
        CanonicalResult canonical =
                CanonicalNTriples.of(MemberRdf.write(member, identity.network().base()), entry);
        switch (canonical) {
            case CanonicalResult.Canonical(var snapshot) ->
                    logs.append(identity.name(), draft(snapshot));
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalStateException("member entry " + entry + ": " + problems);
        }
        // who is told "admitted" is known from then on, not a moment later
        members.reread();
        LOG.atInfo().addKeyValue("city", member.city()).log("member admitted");
    }
}
