package org.silofri.node.web.city;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.overview.CityRow;
import org.silofri.node.web.overview.CityRows;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Places;
import org.silofri.node.web.overview.Tallies;
import org.silofri.node.web.overview.Tally;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /cities}: all cities on the map and in an equal table, with what they gave and took. */
@Page
class CitiesPage {

    private final Tallies tallies;
    private final CityRows rows;
    private final Places places;
    private final Exchanges exchanges;
    private final Wordings wordings;

    CitiesPage(
            Tallies tallies, CityRows rows, Places places, Exchanges exchanges, Wordings wordings) {
        this.tallies = tallies;
        this.rows = rows;
        this.places = places;
        this.exchanges = exchanges;
        this.wordings = wordings;
    }

    @GetMapping("/cities")
    String cities(Locale locale, Model model) {
        Wording say = wordings.in(locale);
        Map<String, Tally> byCity = tallies.by(Facet.CITY, Narrowed.NOT);
        Map<String, Long> entries = new TreeMap<>();
        byCity.forEach((city, tally) -> entries.put(city, tally.entries()));
        Exchanges.Counts counts = exchanges.counts();
        List<CitiesView.Row> table =
                rows.all(byCity, say).stream().map(row -> row(row, counts, say)).toList();
        model.addAttribute(
                "view",
                new CitiesView(say.number(table.size()), table, places.marks(entries, say)));
        return "pages/cities";
    }

    private static CitiesView.Row row(CityRow row, Exchanges.Counts counts, Wording say) {
        String city = row.city().city().value();
        return new CitiesView.Row(
                row,
                say.number(counts.given().getOrDefault(city, 0L)),
                say.number(counts.taken().getOrDefault(city, 0L)));
    }
}
