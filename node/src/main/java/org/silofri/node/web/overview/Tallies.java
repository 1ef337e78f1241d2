package org.silofri.node.web.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.FacetCount;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.projection.Projections;
import org.springframework.stereotype.Component;

/** Counts what is open, tried, scaled and refuted, by the facets of the index. */
@Component
public class Tallies {

    private final Projections projections;
    private final Needs needs;

    Tallies(Projections projections, Needs needs) {
        this.projections = projections;
        this.needs = needs;
    }

    /** One tally for a part of the catalogue. */
    public Tally of(Narrowed part) {
        return new Tally(
                count(part).total(),
                needs.count(part),
                count(part.to(EntryKind.PILOT)).total(),
                count(part.to(EntryKind.SCALING_EVENT)).total(),
                count(part.toRefuted()).total());
    }

    /** A tally for each value of a facet that occurs in a part of the catalogue. */
    public Map<String, Tally> by(Facet facet, Narrowed part) {
        Map<String, Long> entries = counts(part, facet);
        Map<String, Long> open = needs.counts(part, facet);
        Map<String, Long> tried = counts(part.to(EntryKind.PILOT), facet);
        Map<String, Long> scaled = counts(part.to(EntryKind.SCALING_EVENT), facet);
        Map<String, Long> refuted = counts(part.toRefuted(), facet);
        Set<String> values = new TreeSet<>(entries.keySet());
        Map<String, Tally> tallies = new TreeMap<>();
        for (String value : values) {
            tallies.put(
                    value,
                    new Tally(
                            entries.getOrDefault(value, 0L),
                            open.getOrDefault(value, 0L),
                            tried.getOrDefault(value, 0L),
                            scaled.getOrDefault(value, 0L),
                            refuted.getOrDefault(value, 0L)));
        }
        return tallies;
    }

    /** How many values of a facet occur in a part of the catalogue. */
    public int values(Facet facet, Narrowed part) {
        return count(part).facets().getOrDefault(facet, List.of()).size();
    }

    /** Values of a facet, most entries first. */
    public List<FacetCount> entries(Facet facet) {
        return count(Narrowed.NOT).facets().getOrDefault(facet, List.of());
    }

    private Map<String, Long> counts(Narrowed part, Facet facet) {
        return counts(count(part), facet);
    }

    /** Numbers of the index alone, without hits to show. */
    private SearchResult count(Narrowed part) {
        return projections.index().search(new SearchRequest("", "en", part.filters(), 1, 1));
    }

    static Map<String, Long> counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }
}
