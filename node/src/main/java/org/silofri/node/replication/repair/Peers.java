package org.silofri.node.replication.repair;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;

/** The other nodes of the network, as the coordinator's log tells of them. */
final class Peers {

    private final NodeIdentity identity;
    private final Members members;

    Peers(NodeIdentity identity, Members members) {
        this.identity = identity;
        this.members = members;
    }

    URI hub() {
        return identity.network().http();
    }

    /** The hub first, then members that can be asked. */
    List<URI> asked() {
        Map<CityId, URI> feeds = new TreeMap<>();
        for (Member member : members.all()) {
            member.feed().ifPresent(feed -> feeds.put(member.city(), feed));
        }
        identity.ownCities().forEach(feeds::remove);
        feeds.remove(members.coordinator());
        List<URI> peers = new ArrayList<>();
        if (!identity.coordinator()) {
            peers.add(hub());
        }
        peers.addAll(feeds.values());
        return peers;
    }

    /** Active members with a node of their own, the coordinator too; without this node. */
    Set<CityId> nodes() {
        return members.all().stream()
                .filter(member -> member.state() == Member.State.ACTIVE)
                .filter(member -> member.hostedBy().isEmpty() && !identity.owns(member.city()))
                .map(Member::city)
                .collect(Collectors.toSet());
    }
}
