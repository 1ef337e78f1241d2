package org.silofri.node.web.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.follow.Follow;
import org.silofri.node.follow.FollowTarget;
import org.silofri.node.follow.FollowedSearch;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/** What is followed, in the reader's words and with the way there. */
@Component
class FollowLabels {

    private static final String SEARCH = "/search?";

    private final Projections projections;
    private final Cities cities;
    private final EntryLinks links;

    FollowLabels(Projections projections, Cities cities, EntryLinks links) {
        this.projections = projections;
        this.cities = cities;
        this.links = links;
    }

    FollowsView.Line line(Follow follow, Wording say) {
        FollowTarget target = follow.target();
        return new FollowsView.Line(
                target.kind().name().toLowerCase(Locale.ROOT),
                target.kind().name(),
                target.subject(),
                label(target, say),
                href(target),
                say.when(follow.madeAt()));
    }

    private String href(FollowTarget target) {
        return switch (target.kind()) {
            case SEARCH -> SEARCH + target.subject();
            case THEME -> SEARCH + "theme=" + EntryLinks.encoded(target.subject());
            case CITY -> Cities.entries(new CityId(target.subject()));
            case ENTRY -> links.page(new EntryIri(target.subject()));
        };
    }

    private Text label(FollowTarget target, Wording say) {
        return switch (target.kind()) {
            case SEARCH -> Text.plain(search(FollowedSearch.of(target.subject()), say));
            case THEME -> Text.plain(Terms.theme(target.subject(), say.language()).label());
            case CITY -> Text.plain(cities.name(new CityId(target.subject()), say));
            case ENTRY -> entry(new EntryIri(target.subject()), say);
        };
    }

    private Text entry(EntryIri entry, Wording say) {
        return projections
                .graph()
                .entry(entry)
                .filter(EntryRecord::isLive)
                .map(live -> Text.pick(live.title(), say.language()))
                .orElse(Text.plain(entry.value()));
    }

    private String search(FollowedSearch search, Wording say) {
        List<String> parts = new ArrayList<>();
        if (!search.q().isEmpty()) {
            parts.add(say.say("search.why.list", search.q()));
        }
        for (Facet facet : Facet.values()) {
            search.filters().getOrDefault(facet, java.util.Set.of()).stream()
                    .sorted()
                    .map(value -> value(facet, value, say))
                    .forEach(parts::add);
        }
        return String.join(" · ", parts);
    }

    private String value(Facet facet, String value, Wording say) {
        return switch (facet) {
            case KIND -> Terms.of(CodeList.KIND, value, say.language()).label();
            case THEME -> Terms.theme(value, say.language()).label();
            case VERDICT -> Terms.of(CodeList.VERDICT, value, say.language()).label();
            case CITY -> CityId.isValid(value) ? cities.name(new CityId(value), say) : value;
        };
    }
}
