package org.silofri.node.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.overview.Overview;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.projection.Projections;
import org.springframework.stereotype.Component;

/**
 * Open needs: problems whose own city has neither scaled an answer to the whole city or further,
 * nor replaced them. The index knows the problems, the graph the few that are solved.
 */
@Component
public class Needs {

    private final Projections projections;
    private final Overview overview;

    Needs(Projections projections, Overview overview) {
        this.projections = projections;
        this.overview = overview;
    }

    /**
     * A page of open needs, latest first.
     *
     * @param total on all pages
     */
    public record Found(List<Hit> hits, long total) {

        public Found {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Open needs of a part of the catalogue.
     *
     * @param page from 1; pages end with the latest thousand problems
     * @param size needs a page
     */
    public Found page(Narrowed part, String language, int page, int size) {
        Set<EntryIri> solved = solvedIris();
        List<Hit> open = new ArrayList<>();
        long wanted = (long) page * size;
        int most = SearchResult.MOST_RANKED / SearchRequest.MOST_HITS;
        for (int chunk = 1; chunk <= most && open.size() < wanted; chunk++) {
            List<Hit> hits = problems(part, language, chunk, SearchRequest.MOST_HITS).hits();
            hits.stream().filter(hit -> !solved.contains(hit.iri())).forEach(open::add);
            if (hits.size() < SearchRequest.MOST_HITS) {
                break;
            }
        }
        int from = (int) Math.min(open.size(), wanted - size);
        int to = (int) Math.min(open.size(), wanted);
        return new Found(open.subList(from, to), count(part));
    }

    /** How many there are. */
    public long count(Narrowed part) {
        long problems = problems(part, "en", 1, 1).total();
        return Math.max(0, problems - solved(part).size());
    }

    /** How many there are for each value of a facet. */
    public Map<String, Long> counts(Narrowed part, Facet facet) {
        Map<String, Long> counts = new TreeMap<>(Tallies.counts(problems(part, "en", 1, 1), facet));
        for (EntrySummary problem : solved(part)) {
            values(problem, facet).forEach(value -> counts.merge(value, -1L, Long::sum));
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** Tells whether that problem is open. */
    public boolean open(EntryIri problem) {
        return !solvedIris().contains(problem);
    }

    private SearchResult problems(Narrowed part, String language, int page, int size) {
        return projections
                .index()
                .search(
                        new SearchRequest(
                                "", language, part.to(EntryKind.PROBLEM).filters(), page, size));
    }

    private Set<EntryIri> solvedIris() {
        return overview.solved().stream().map(EntrySummary::iri).collect(Collectors.toSet());
    }

    private List<EntrySummary> solved(Narrowed part) {
        return overview.solved().stream().filter(problem -> within(problem, part)).toList();
    }

    private static boolean within(EntrySummary problem, Narrowed part) {
        return part.filters().entrySet().stream()
                .allMatch(filter ->
                        values(problem, filter.getKey()).stream()
                                .anyMatch(filter.getValue()::contains));
    }

    private static List<String> values(EntrySummary problem, Facet facet) {
        return switch (facet) {
            case KIND -> List.of(problem.kind().path());
            case THEME -> problem.themes();
            case CITY -> List.of(problem.city().value());
            case VERDICT -> List.of();
        };
    }
}
