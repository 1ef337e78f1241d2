package org.silofri.node.web.home;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.FacetCount;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.membership.Member;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: what the network is, what scaled and what was disproved, the map, what is new. */
@Page
class HomePage {

    private static final int LATEST = 9;
    private static final String SCALED = "/search?kind=scaling-event";
    private static final String DISPROVED = "/search?kind=result&verdict=disproved";

    private final Projections projections;
    private final Outcomes outcomes;
    private final EntryLines lines;
    private final Cities cities;
    private final Wordings wordings;

    HomePage(
            Projections projections,
            Outcomes outcomes,
            EntryLines lines,
            Cities cities,
            Wordings wordings) {
        this.projections = projections;
        this.outcomes = outcomes;
        this.lines = lines;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/")
    String home(Locale locale, Model model) {
        model.addAttribute("home", view(wordings.in(locale)));
        return "pages/home";
    }

    private HomeView view(Wording say) {
        SearchResult all = count(Map.of());
        SearchResult scaled = count(Map.of(Facet.KIND, Set.of("scaling-event")));
        SearchResult disproved =
                count(Map.of(Facet.KIND, Set.of("result"), Facet.VERDICT, Set.of("disproved")));
        Map<String, Long> entries = counts(all, Facet.CITY);
        return new HomeView(
                say.number(all.total()),
                active(entries),
                rows(entries, counts(disproved, Facet.CITY), say),
                NordicMap.marks(places(entries, say)),
                new HomeView.Column(say.number(scaled.total()), SCALED, outcomes.scaled(say)),
                new HomeView.Column(
                        say.number(disproved.total()), DISPROVED, outcomes.refuted(say)),
                projections.graph().latest(LATEST).stream()
                        .map(entry -> lines.line(entry, say))
                        .toList(),
                themes(all, say));
    }

    /** Numbers of the index alone, without hits to show. */
    private SearchResult count(Map<Facet, Set<String>> filters) {
        return projections.index().search(new SearchRequest("", "en", filters, 1, 1));
    }

    private static Map<String, Long> counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    /** How many cities have published something. */
    private int active(Map<String, Long> entries) {
        return (int)
                cities.all().stream()
                        .filter(member -> entries.containsKey(member.city().value()))
                        .count();
    }

    private List<HomeView.CityRow> rows(
            Map<String, Long> entries, Map<String, Long> disproved, Wording say) {
        return cities.all().stream()
                .sorted(
                        Comparator.comparing((Member member) ->
                                        entries.getOrDefault(member.city().value(), 0L))
                                .reversed()
                                .thenComparing(
                                        member -> member.name(say.language()), say.alphabetical()))
                .map(member ->
                        new HomeView.CityRow(
                                cities.line(member.city(), say),
                                number(entries, member, say),
                                number(disproved, member, say)))
                .toList();
    }

    private static String number(Map<String, Long> counts, Member member, Wording say) {
        return say.number(counts.getOrDefault(member.city().value(), 0L));
    }

    private List<NordicMap.City> places(Map<String, Long> entries, Wording say) {
        return cities.all().stream()
                .flatMap(member ->
                        member.at().stream()
                                .map(at ->
                                        place(member, at.latitude(), at.longitude(), entries, say)))
                .toList();
    }

    private static NordicMap.City place(
            Member member,
            double latitude,
            double longitude,
            Map<String, Long> entries,
            Wording say) {
        String name = member.name(say.language());
        long count = entries.getOrDefault(member.city().value(), 0L);
        return new NordicMap.City(
                name,
                say.say("home.mark", name, count),
                latitude,
                longitude,
                count,
                Cities.entries(member.city()));
    }

    private static List<HomeView.Count> themes(SearchResult all, Wording say) {
        return all.facets().getOrDefault(Facet.THEME, List.of()).stream()
                .map(count ->
                        new HomeView.Count(
                                Terms.theme(count.value(), say.language()),
                                say.number(count.count()),
                                "/search?theme=" + count.value()))
                .toList();
    }
}
