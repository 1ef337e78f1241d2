package org.silofri.catalogue.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search as a reader asks it. Whatever stands in it, searching does not fail: it is brought into
 * bounds here.
 *
 * @param q words in any language; no operators; cut after {@value #MOST_CHARACTERS} characters;
 *     blank means everything, latest first
 * @param lang the reader's language, first among equals
 * @param filters values by facet; one of the values of each facet named must hold; blank values are
 *     left out, and at most 64 are read. Members of the network are found and counted only where
 *     the kind {@code member} is among them: they are no entries of the catalogue
 * @param page from 1
 * @param size hits a page, 1 to {@value #MOST_HITS}
 */
public record SearchRequest(
        String q, String lang, Map<Facet, Set<String>> filters, int page, int size) {

    /** Longest query that is read. */
    public static final int MOST_CHARACTERS = 500;

    /** Largest page. */
    public static final int MOST_HITS = 200;

    private static final int MOST_VALUES = 64;

    public SearchRequest {
        q = q.length() > MOST_CHARACTERS ? q.substring(0, MOST_CHARACTERS) : q;
        filters = nonEmpty(filters);
        page = Math.max(1, page);
        size = Math.clamp(size, 1, MOST_HITS);
    }

    /** A request without filters for the first page. */
    public static SearchRequest of(String q, String lang) {
        return new SearchRequest(q, lang, Map.of(), 1, 50);
    }

    private static Map<Facet, Set<String>> nonEmpty(Map<Facet, Set<String>> filters) {
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            Set<String> told =
                    values.stream()
                            .filter(value -> !value.isBlank())
                            .sorted()
                            .limit(MOST_VALUES)
                            .collect(Collectors.toUnmodifiableSet());
            if (!told.isEmpty()) {
                kept.put(facet, told);
            }
        });
        return Map.copyOf(kept);
    }
}
