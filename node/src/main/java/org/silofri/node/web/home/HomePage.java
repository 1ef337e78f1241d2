package org.silofri.node.web.home;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.overview.CityRow;
import org.silofri.node.web.overview.CityRows;
import org.silofri.node.web.overview.Leads;
import org.silofri.node.web.overview.Listings;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Places;
import org.silofri.node.web.overview.Tallies;
import org.silofri.node.web.overview.Tally;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /}: what the network is, who leads what, what scaled and what was disproved, open needs,
 * the map, what is new.
 */
@Page
class HomePage {

    private static final int LATEST = 9;
    private static final int OPEN = 3;
    private static final int LEADS = 6;
    private static final String SCALED = "/search?kind=scaling-event";
    private static final String DISPROVED = "/search?kind=result&verdict=disproved";

    private final Projections projections;
    private final Outcomes outcomes;
    private final EntryLines lines;
    private final Tallies tallies;
    private final Listings listings;
    private final CityRows rows;
    private final Places places;
    private final ObjectProvider<Leads> leads;
    private final Wordings wordings;

    HomePage(
            Projections projections,
            Outcomes outcomes,
            EntryLines lines,
            Tallies tallies,
            Listings listings,
            CityRows rows,
            Places places,
            ObjectProvider<Leads> leads,
            Wordings wordings) {
        this.projections = projections;
        this.outcomes = outcomes;
        this.lines = lines;
        this.tallies = tallies;
        this.listings = listings;
        this.rows = rows;
        this.places = places;
        this.leads = leads;
        this.wordings = wordings;
    }

    @GetMapping("/")
    String home(Locale locale, Model model) {
        Wording say = wordings.in(locale);
        model.addAttribute("home", view(say));
        model.addAttribute("feeds", FeedLinks.of("search", "", say.say("public.feed.all"), say));
        return "pages/home";
    }

    private HomeView view(Wording say) {
        Map<String, Tally> byCity = tallies.by(Facet.CITY, Narrowed.NOT);
        TallyLine all = TallyLine.of(tallies.of(Narrowed.NOT), Narrowed.NOT, say);
        List<CityRow> cities = rows.all(byCity, say);
        return new HomeView(
                all,
                (int) cities.stream().filter(row -> row.numbers().entries().href() != null).count(),
                cities,
                places.marks(entries(byCity), say),
                leads.stream().flatMap(known -> known.inForce(LEADS, say).stream()).toList(),
                new HomeView.Column(all.scaled().number(), SCALED, outcomes.scaled(say)),
                new HomeView.Column(all.refuted().number(), DISPROVED, outcomes.refuted(say)),
                listings.open(Narrowed.NOT, OPEN, say),
                projections.graph().latest(LATEST).stream()
                        .map(entry -> lines.line(entry, say))
                        .toList(),
                themes(say));
    }

    private static Map<String, Long> entries(Map<String, Tally> byCity) {
        Map<String, Long> entries = new TreeMap<>();
        byCity.forEach((city, tally) -> entries.put(city, tally.entries()));
        return entries;
    }

    private List<HomeView.Count> themes(Wording say) {
        return tallies.entries(Facet.THEME).stream()
                .map(count ->
                        new HomeView.Count(
                                Terms.theme(count.value(), say.language()),
                                say.number(count.count()),
                                "/themes/" + count.value()))
                .toList();
    }
}
