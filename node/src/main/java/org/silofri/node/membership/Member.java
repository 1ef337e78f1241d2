package org.silofri.node.membership;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.PublicKey;

/**
 * A member of the network as the coordinator's log tells.
 *
 * @param city its id
 * @param base under which it mints its entries (F18)
 * @param keys in order of {@link MemberKey#validFrom}
 * @param names by language tag
 * @param country ISO 3166 code
 * @param language its own language
 * @param at where it lies
 * @param feed where others may pull its log
 * @param hostedBy base IRI of the node that holds its key, when that is not its own
 * @param busUser its name at the hub's broker; empty when it has none
 * @param state whether its events are taken
 * @param membershipEvidence where its membership was decided; without it, it is an example
 */
public record Member(
        CityId city,
        BaseIri base,
        List<MemberKey> keys,
        Map<String, String> names,
        String country,
        String language,
        Optional<Coordinates> at,
        Optional<URI> feed,
        Optional<BaseIri> hostedBy,
        String busUser,
        State state,
        Optional<String> membershipEvidence) {

    /** By the thumbprint too: all nodes must come to one order, whatever a mistaken entry says. */
    private static final Comparator<MemberKey> ORDER =
            Comparator.comparing(MemberKey::validFrom)
                    .thenComparing(candidate -> candidate.key().kid());

    /** Whether a member's events are taken. */
    public enum State {
        ACTIVE,
        SUSPENDED;

        String text() {
            return this == ACTIVE ? "active" : "suspended";
        }
    }

    /** Copies, and puts the keys in order. */
    public Member {
        keys = keys.stream().sorted(ORDER).toList();
        names = Map.copyOf(new TreeMap<>(names));
    }

    /** The name in that language, else in the city's own, else in English, else the id. */
    public String name(String language) {
        return Optional.ofNullable(names.get(language))
                .or(() -> Optional.ofNullable(names.get(this.language)))
                .or(() -> Optional.ofNullable(names.get("en")))
                .or(() -> names.values().stream().sorted().findFirst())
                .orElse(city.value());
    }

    /** The key with that thumbprint, whenever it was valid. */
    public Optional<PublicKey> key(String kid) {
        return keys.stream().map(MemberKey::key).filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The key with that thumbprint if it may sign the event at that place. */
    public Optional<PublicKey> keyAt(String kid, Position at) {
        PublicKey valid = null;
        for (MemberKey candidate : keys) {
            if (candidate.validFrom().compareTo(at) <= 0) {
                valid = candidate.key();
            }
        }
        return Optional.ofNullable(valid).filter(key -> key.kid().equals(kid));
    }

    /** Tells whether it takes part by its own decision, and not as an example. */
    public boolean confirmed() {
        return membershipEvidence.isPresent();
    }
}
