package org.silofri.node.web.city;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.overview.Overview;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.membership.Member;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.overview.Leads;
import org.silofri.node.web.overview.Listings;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Tallies;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a city shows. */
@Component
class CityViews {

    private static final int MOST = 8;
    private static final int PARTNERS = 40;

    private final Cities cities;
    private final Tallies tallies;
    private final Listings listings;
    private final Exchanges exchanges;
    private final Targets targets;
    private final Ladder ladder;
    private final Overview overview;
    private final ObjectProvider<Leads> leads;

    CityViews(
            Cities cities,
            Tallies tallies,
            Listings listings,
            Exchanges exchanges,
            Targets targets,
            Ladder ladder,
            Overview overview,
            ObjectProvider<Leads> leads) {
        this.cities = cities;
        this.tallies = tallies;
        this.listings = listings;
        this.exchanges = exchanges;
        this.targets = targets;
        this.ladder = ladder;
        this.overview = overview;
        this.leads = leads;
    }

    CityView view(Member member, Wording say) {
        CityId city = member.city();
        Narrowed own = Narrowed.NOT.to(city);
        return new CityView(
                cities.line(city, say),
                cities.heldBy(city, say),
                member.state() == Member.State.SUSPENDED,
                member.membershipEvidence().orElse(null),
                TallyLine.of(tallies.of(own), own, say),
                exchanges.given(city, say),
                exchanges.taken(city, say),
                leads.stream().flatMap(known -> known.of(city, MOST, say).stream()).toList(),
                targets.of(own.to(EntryKind.TARGET), say),
                listings.latest(own.to(EntryKind.GOAL), MOST, say),
                listings.open(own, MOST, say),
                ladder.of(own, say),
                listings.latest(own.toRefuted(), MOST, say),
                listings.latest(
                        own.to(EntryKind.RESULT)
                                .to(Facet.VERDICT, "confirmed", "inconclusive", "abandoned"),
                        MOST,
                        say),
                partners(city, say));
    }

    private List<CityView.Partner> partners(CityId city, Wording say) {
        return overview.partners(city, PARTNERS).stream()
                .map(partner ->
                        new CityView.Partner(
                                partner.name(), kind(partner.kind(), say), partner.entries()))
                .toList();
    }

    private static String kind(@Nullable String notation, Wording say) {
        return notation == null
                ? ""
                : Terms.of(CodeList.PARTNER_KIND, notation, say.language()).label();
    }
}
