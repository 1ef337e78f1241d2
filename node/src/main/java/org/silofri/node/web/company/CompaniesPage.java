package org.silofri.node.web.company;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.overview.Needs;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /companies}: open needs of all cities by theme and city. Everybody is told the same, and
 * nobody signs in for it.
 */
@Page
class CompaniesPage {

    private static final String PATH = "/companies";
    private static final int SIZE = 20;
    private static final int LAST = 50;

    private final Needs needs;
    private final NeedReader reader;
    private final Cities cities;
    private final Wordings wordings;

    CompaniesPage(Needs needs, NeedReader reader, Cities cities, Wordings wordings) {
        this.needs = needs;
        this.reader = reader;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping(PATH)
    String companies(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        Narrowed part = Narrowed.NOT;
        part = theme.isBlank() ? part : part.to(Facet.THEME, theme);
        part = city.isBlank() ? part : part.to(Facet.CITY, city);
        model.addAttribute("view", view(part, Math.clamp(page, 1, LAST), say));
        model.addAttribute(
                "feeds",
                FeedLinks.of(
                        "search",
                        part.to(Facet.KIND, "problem").address(""),
                        say.say("public.feed.needs"),
                        say));
        return "pages/companies";
    }

    private CompaniesView view(Narrowed part, int page, Wording say) {
        Needs.Found found = needs.page(part, say.language(), page, SIZE);
        return new CompaniesView(
                say.number(found.total()),
                found.hits().isEmpty(),
                !part.filters().isEmpty(),
                options(part, Facet.THEME, it -> Terms.theme(it, say.language()).label(), say),
                options(part, Facet.CITY, it -> city(it, say), say),
                found.hits().stream().flatMap(hit -> reader.read(hit, say).stream()).toList(),
                pages(part, page, found.total()));
    }

    private String city(String id, Wording say) {
        return CityId.isValid(id) ? cities.name(new CityId(id), say) : id;
    }

    /** Values with open needs under the other filter, by name; a chosen one stays. */
    private List<CompaniesView.Option> options(
            Narrowed part, Facet facet, Function<String, String> label, Wording say) {
        Set<String> chosen = part.filters().getOrDefault(facet, Set.of());
        Map<String, Long> counts = needs.counts(part.without(facet), facet);
        chosen.forEach(value -> counts.putIfAbsent(value, 0L));
        return counts.entrySet().stream()
                .map(count ->
                        new CompaniesView.Option(
                                count.getKey(),
                                label.apply(count.getKey()),
                                say.number(count.getValue()),
                                chosen.contains(count.getKey())))
                .sorted(Comparator.comparing(CompaniesView.Option::label, say.alphabetical()))
                .toList();
    }

    private static CompaniesView.Pages pages(Narrowed part, int page, long total) {
        long last = Math.clamp((total + SIZE - 1) / SIZE, 1, LAST);
        return new CompaniesView.Pages(
                page,
                last,
                page > 1 ? onPage(part, page - 1) : null,
                page < last ? onPage(part, page + 1) : null);
    }

    private static String onPage(Narrowed part, int page) {
        String address = part.address(PATH);
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }
}
