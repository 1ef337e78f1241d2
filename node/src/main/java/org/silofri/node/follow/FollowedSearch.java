package org.silofri.node.follow;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.SearchRequest;

/**
 * A search that is followed: its words and filters, without page or language.
 *
 * @param q words; may be empty when there is a filter
 * @param filters values by facet
 */
public record FollowedSearch(String q, Map<Facet, Set<String>> filters) {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_VALUES = 20;

    public FollowedSearch {
        q = q.strip();
        filters = Map.copyOf(filters);
    }

    /**
     * Reads the query of an address; what is neither words nor a filter is left out.
     *
     * @param query for example {@code q=parkering&theme=mobility}
     * @throws IllegalArgumentException if it is too long or badly encoded
     */
    public static FollowedSearch of(String query) {
        if (query.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("This search is too long to be followed");
        }
        String q = "";
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (name.equals("q") && value.length() <= SearchRequest.MOST_CHARACTERS) {
                q = value;
            }
            for (Facet facet : Facet.values()) {
                if (facet.parameter().equals(name) && !value.isBlank()) {
                    filters.computeIfAbsent(facet, _ -> new TreeSet<>()).add(value);
                }
            }
        }
        if (filters.values().stream().anyMatch(values -> values.size() > MOST_VALUES)) {
            throw new IllegalArgumentException("This search has too many filters to be followed");
        }
        return new FollowedSearch(q, filters);
    }

    /** The query of its address; the same search has the same text. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add("q=" + encoded(q));
        }
        for (Facet facet : Facet.values()) {
            for (String value : new TreeSet<>(filters.getOrDefault(facet, Set.of()))) {
                parts.add(facet.parameter() + "=" + encoded(value));
            }
        }
        return String.join("&", parts);
    }

    SearchRequest request(String language, int page) {
        return new SearchRequest(q, language, filters, page, SearchRequest.MOST_HITS);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
