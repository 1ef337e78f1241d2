package org.silofri.catalogue.search;

import java.util.List;
import java.util.Map;

/**
 * Answer to a search.
 *
 * @param hits of the page asked; pages end after the {@value #MOST_RANKED} best
 * @param total all hits, also those beyond the last page
 * @param facets counts for every facet, most frequent first; each facet is counted as if it were
 *     not narrowed itself
 * @param checkpoint last change of the log that this answer has seen
 */
public record SearchResult(
        List<Hit> hits, long total, Map<Facet, List<FacetCount>> facets, long checkpoint) {

    /** Hits that are ranked; who needs more narrows the search. */
    public static final int MOST_RANKED = 1_000;

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
