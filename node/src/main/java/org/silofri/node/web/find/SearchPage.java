package org.silofri.node.web.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.FacetCount;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.page.FeedLink;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.listing.Matches;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.CodeList;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /search}: words, facets with counts, fifty hits a page; the address is the state. */
@Page
class SearchPage {

    private static final String PATH = "/search";

    private final Projections projections;
    private final EntryLines lines;
    private final Cities cities;
    private final Wordings wordings;

    SearchPage(Projections projections, EntryLines lines, Cities cities, Wordings wordings) {
        this.projections = projections;
        this.lines = lines;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping(PATH)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model) {
        Question question = Question.of(q, parameters, page);
        Wording say = wordings.in(locale);
        SearchResult result = projections.index().search(question.request(say.language()));
        model.addAttribute("view", view(question, result, say));
        model.addAttribute("feeds", feeds(question, say));
        return "pages/search";
    }

    private static List<FeedLink> feeds(Question question, Wording say) {
        String title =
                question.q().isEmpty()
                        ? say.say("public.feed.all")
                        : say.say("public.feed.search", question.q());
        return FeedLinks.of("search", question.onPage(1).address(""), title, say);
    }

    private SearchView view(Question question, SearchResult result, Wording say) {
        long first = (question.page() - 1L) * Question.SIZE + 1;
        return new SearchView(
                question.q(),
                say.number(result.total()),
                say.number(first),
                say.number(first + result.hits().size() - 1),
                result.hits().stream().map(hit -> line(hit, say)).toList(),
                chosen(question, say),
                groups(question, result, say),
                question.fields(),
                pages(question, result),
                question.cleared().address(PATH),
                question.address("/api/search"),
                question.followed());
    }

    private EntryLine line(Hit hit, Wording say) {
        return lines.line(
                hit, Passages.of(hit.snippet(), say.language()), Matches.why(hit.why(), say), say);
    }

    private List<SearchView.Chosen> chosen(Question question, Wording say) {
        List<SearchView.Chosen> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String value : question.filters().getOrDefault(facet, java.util.Set.of())) {
                chosen.add(
                        new SearchView.Chosen(
                                title(facet, say),
                                label(facet, value, say),
                                question.toggled(facet, value).address(PATH)));
            }
        }
        return chosen;
    }

    private List<SearchView.Group> groups(Question question, SearchResult result, Wording say) {
        List<SearchView.Group> groups = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<FacetCount> counts = result.facets().getOrDefault(facet, List.of());
            groups.add(
                    new SearchView.Group(
                            facet.parameter(),
                            title(facet, say),
                            counts.stream()
                                    .map(count -> option(question, facet, count, say))
                                    .toList(),
                            question.filters().containsKey(facet)));
        }
        return groups;
    }

    private SearchView.Option option(
            Question question, Facet facet, FacetCount count, Wording say) {
        return new SearchView.Option(
                label(facet, count.value(), say),
                say.number(count.count()),
                count.selected(),
                question.toggled(facet, count.value()).address(PATH));
    }

    private static String title(Facet facet, Wording say) {
        return say.say("search.facet." + facet.parameter());
    }

    private String label(Facet facet, String value, Wording say) {
        return switch (facet) {
            case KIND -> Terms.of(CodeList.KIND, value, say.language()).label();
            case THEME -> Terms.theme(value, say.language()).label();
            case VERDICT -> Terms.of(CodeList.VERDICT, value, say.language()).label();
            case CITY -> CityId.isValid(value) ? cities.name(new CityId(value), say) : value;
        };
    }

    private static SearchView.Pages pages(Question question, SearchResult result) {
        long reachable = Math.min(result.total(), SearchResult.MOST_RANKED);
        long last = Math.max(1, (reachable + Question.SIZE - 1) / Question.SIZE);
        int page = question.page();
        return new SearchView.Pages(
                page,
                last,
                page > 1 ? question.onPage(page - 1).address(PATH) : null,
                page < last ? question.onPage(page + 1).address(PATH) : null);
    }
}
