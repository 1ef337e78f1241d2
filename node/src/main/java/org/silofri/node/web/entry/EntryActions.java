package org.silofri.node.web.entry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.Echoes;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** What a reader may do with an entry, and what others say of it. */
@Component
class EntryActions {

    private final NodeIdentity identity;
    private final IntakeService intake;
    private final Echoes echoes;

    EntryActions(NodeIdentity identity, IntakeService intake, Echoes echoes) {
        this.identity = identity;
        this.intake = intake;
        this.echoes = echoes;
    }

    /**
     * Addresses of what the reader may do; null for what not.
     *
     * @param echo how many have it too, or have adopted it
     * @param next what comes after an own entry, for example a pilot after a problem
     */
    record Shown(
            List<Badge> echo,
            @Nullable String edit,
            @Nullable String withdraw,
            @Nullable String same,
            @Nullable String near,
            @Nullable String adopt,
            @Nullable Next next) {

        /** Tells whether there is anything to do. */
        public boolean any() {
            return edit != null || withdraw != null || same != null || adopt != null;
        }
    }

    /**
     * A form that is begun from an entry.
     *
     * @param kind of the new entry, for its text {@code writing.next.…}
     */
    record Next(String kind, String href) {}

    Shown of(EntryRecord entry, @Nullable Caller caller, Wording say) {
        EntryIri iri = entry.iri();
        List<Badge> echo = echoes.of(iri).badges(say);
        if (caller == null) {
            return new Shown(echo, null, null, null, null, null, null);
        }
        Optional<CityId> own = intake.cityOf(iri);
        boolean edit = own.filter(caller::mayEdit).isPresent() && hasForm(iri);
        boolean withdraw = own.filter(caller::mayPublish).isPresent() && iri.kind().open();
        Optional<String> other =
                identity.ownCities().stream()
                        .filter(caller::mayEdit)
                        .filter(city -> !own.equals(Optional.of(city)))
                        .map(city -> address(iri) + "&city=" + city)
                        .findFirst();
        return new Shown(
                echo,
                edit ? "/write/edit" + address(iri) : null,
                withdraw ? "/write/withdraw" + address(iri) : null,
                other.filter(any -> isProblem(iri)).map("/write/same"::concat).orElse(null),
                other.filter(any -> isProblem(iri))
                        .map(query -> "/write/same" + query + "&near=true")
                        .orElse(null),
                other.filter(any -> adoptable(iri)).map("/write/adopt"::concat).orElse(null),
                edit ? next(iri, own.orElseThrow()) : null);
    }

    private static @Nullable Next next(EntryIri iri, CityId city) {
        return switch (iri.kind()) {
            case PROBLEM -> next("pilot", "addresses", iri, city);
            case PILOT -> next("result", "wasGeneratedBy", iri, city);
            case SOLUTION, RESULT -> next("scaling-event", "scales", iri, city);
            case GOAL -> next("target", "ofGoal", iri, city);
            case SCALING_EVENT,
                    TARGET,
                    INDICATOR,
                    PARTNER,
                    MEMBER,
                    SHARED_PROBLEM,
                    LEAD_PROPOSAL,
                    LEAD_ANSWER,
                    LEAD_ASSIGNMENT ->
                    null;
        };
    }

    private static Next next(String kind, String field, EntryIri iri, CityId city) {
        return new Next(
                kind,
                "/write/new/%s?city=%s&%s=%s"
                        .formatted(kind, city, field, EntryLinks.encoded(iri.value())));
    }

    private static String address(EntryIri iri) {
        return "?iri=" + EntryLinks.encoded(iri.value());
    }

    private static boolean hasForm(EntryIri iri) {
        return switch (iri.kind()) {
            case PROBLEM, PILOT, SOLUTION, RESULT, SCALING_EVENT, GOAL, TARGET -> true;
            case INDICATOR,
                    PARTNER,
                    MEMBER,
                    SHARED_PROBLEM,
                    LEAD_PROPOSAL,
                    LEAD_ANSWER,
                    LEAD_ASSIGNMENT ->
                    false;
        };
    }

    private static boolean isProblem(EntryIri iri) {
        return switch (iri.kind()) {
            case PROBLEM -> true;
            default -> false;
        };
    }

    private static boolean adoptable(EntryIri iri) {
        return switch (iri.kind()) {
            case SOLUTION, PILOT, RESULT -> true;
            default -> false;
        };
    }
}
