package org.silofri.node.web.theme;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.overview.CityRows;
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
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /themes/{theme}}: what is open, tried, scaled and refuted, and in which cities. */
@Page
class ThemePage {

    private static final int MOST = 8;

    private final Tallies tallies;
    private final Listings listings;
    private final CityRows rows;
    private final Places places;
    private final Wordings wordings;

    ThemePage(Tallies tallies, Listings listings, CityRows rows, Places places, Wordings wordings) {
        this.tallies = tallies;
        this.listings = listings;
        this.rows = rows;
        this.places = places;
        this.wordings = wordings;
    }

    @GetMapping("/themes/{theme}")
    String theme(@PathVariable String theme, Locale locale, Model model) {
        Concept concept =
                CodeList.THEME
                        .concept(theme)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wording say = wordings.in(locale);
        model.addAttribute("view", view(concept, say));
        model.addAttribute(
                "feeds",
                FeedLinks.of(
                        "themes/" + theme,
                        "",
                        say.say("public.feed.theme", concept.label(say.language())),
                        say));
        return "pages/theme";
    }

    private ThemeView view(Concept theme, Wording say) {
        Narrowed part = Narrowed.NOT.to(Facet.THEME, theme.notation());
        Map<String, Tally> byCity = tallies.by(Facet.CITY, part);
        Map<String, Long> entries = new TreeMap<>();
        byCity.forEach((city, tally) -> entries.put(city, tally.entries()));
        return new ThemeView(
                Terms.theme(theme.notation(), say.language()),
                theme.iri(),
                TallyLine.of(tallies.of(part), part, say),
                listings.open(part, MOST, say),
                listings.latest(part.to(EntryKind.PILOT), MOST, say),
                listings.latest(part.to(EntryKind.SCALING_EVENT), MOST, say),
                listings.latest(part.toRefuted(), MOST, say),
                rows.active(byCity, part, say),
                places.marks(entries, say));
    }
}
