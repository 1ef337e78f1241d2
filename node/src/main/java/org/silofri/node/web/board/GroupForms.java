package org.silofri.node.web.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/** The form in which the coordinator groups problems. */
@Component
class GroupForms {

    private static final int MOST = 60;

    private final Projections projections;
    private final Cities cities;
    private final EntryLinks links;

    GroupForms(Projections projections, Cities cities, EntryLinks links) {
        this.projections = projections;
        this.cities = cities;
        this.links = links;
    }

    /**
     * What the form shows.
     *
     * @param problems that may be grouped, as searched for
     */
    record GroupView(String q, String theme, List<Term> themes, List<Choice> problems) {}

    /** A city's problem. */
    record Choice(String iri, String href, Text title, String city, String themes) {}

    GroupView view(String q, String theme, Wording say) {
        Map<Facet, Set<String>> filters = new HashMap<>();
        filters.put(Facet.KIND, Set.of(EntryKind.PROBLEM.path()));
        if (!theme.isEmpty()) {
            filters.put(Facet.THEME, Set.of(theme));
        }
        List<Hit> hits =
                projections
                        .index()
                        .search(new SearchRequest(q, say.language(), filters, 1, MOST))
                        .hits();
        return new GroupView(
                q,
                theme,
                CodeList.THEME.concepts().stream()
                        .map(t -> new Term(t.notation(), t.label(say.language())))
                        .toList(),
                hits.stream().map(hit -> choice(hit, say)).toList());
    }

    private Choice choice(Hit hit, Wording say) {
        return new Choice(
                hit.iri().value(),
                links.page(hit.iri()),
                Text.pick(hit.title(), say.language()),
                cities.name(hit.city(), say),
                String.join(
                        ", ",
                        hit.themes().stream()
                                .map(theme -> Terms.theme(theme, say.language()).label())
                                .toList()));
    }
}
