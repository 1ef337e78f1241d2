package org.silofri.node.web.city;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.overview.Adoption;
import org.silofri.catalogue.overview.Overview;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** What cities gave each other: adoptions, each told by the city that adopted. */
@Component
class Exchanges {

    private static final int MOST = 12;

    private final Overview overview;
    private final EntryLines lines;
    private final Cities cities;

    Exchanges(Overview overview, EntryLines lines, Cities cities) {
        this.overview = overview;
        this.lines = lines;
        this.cities = cities;
    }

    /** How often each city gave and took, by its id. */
    record Counts(Map<String, Long> given, Map<String, Long> taken) {}

    Counts counts() {
        Map<String, Long> given = new TreeMap<>();
        Map<String, Long> taken = new TreeMap<>();
        for (Adoption adoption : overview.adoptions()) {
            given.merge(adoption.origin().city().value(), 1L, Long::sum);
            taken.merge(adoption.own().city().value(), 1L, Long::sum);
        }
        return new Counts(given, taken);
    }

    /** What others adopted from the city. */
    CityView.Exchange given(CityId city, Wording say) {
        List<CityView.Passed> passed =
                overview.adoptions().stream()
                        .filter(adoption -> adoption.origin().city().equals(city))
                        .map(it -> passed(it.origin(), it.own(), say))
                        .toList();
        return exchange(passed, say);
    }

    /** What the city adopted from others. */
    CityView.Exchange taken(CityId city, Wording say) {
        List<CityView.Passed> passed =
                overview.adoptions().stream()
                        .filter(adoption -> adoption.own().city().equals(city))
                        .map(it -> passed(it.own(), it.origin(), say))
                        .toList();
        return exchange(passed, say);
    }

    private static CityView.Exchange exchange(List<CityView.Passed> passed, Wording say) {
        long others = passed.stream().map(it -> it.other().city()).distinct().count();
        return new CityView.Exchange(
                say.number(passed.size()), others, passed.stream().limit(MOST).toList());
    }

    private CityView.Passed passed(EntrySummary own, EntrySummary other, Wording say) {
        return new CityView.Passed(
                lines.line(own, say), lines.line(other, say), cities.line(other.city(), say));
    }
}
