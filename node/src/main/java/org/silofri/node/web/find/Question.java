package org.silofri.node.web.find;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.web.listing.EntryLinks;

/**
 * What a reader asks, as an address tells it. The address is the whole state.
 *
 * @param q words
 * @param filters values by facet
 * @param page from 1
 */
record Question(String q, Map<Facet, Set<String>> filters, int page) {

    /** Hits a page. */
    static final int SIZE = 50;

    Question {
        filters = Map.copyOf(filters);
    }

    /** The question of these parameters; what is no facet is ignored. */
    static Question of(String q, Map<String, List<String>> parameters, int page) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> values = new LinkedHashSet<>();
            for (String value : parameters.getOrDefault(facet.parameter(), List.of())) {
                if (!value.isBlank()) {
                    values.add(value);
                }
            }
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return new Question(q.strip(), filters, Math.max(1, page));
    }

    SearchRequest request(String language) {
        return new SearchRequest(q, language, filters, page, SIZE);
    }

    /** Tells whether hits are narrowed by that value. */
    boolean has(Facet facet, String value) {
        return filters.getOrDefault(facet, Set.of()).contains(value);
    }

    /** The first page of the same question with that value put on, or taken off. */
    Question toggled(Facet facet, String value) {
        Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(filters);
        Set<String> values = new TreeSet<>(filters.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        if (values.isEmpty()) {
            changed.remove(facet);
        } else {
            changed.put(facet, values);
        }
        return new Question(q, changed, 1);
    }

    /** The same words without filters. */
    Question cleared() {
        return new Question(q, Map.of(), 1);
    }

    Question onPage(int other) {
        return new Question(q, filters, other);
    }

    /** Address on that path; the same question has the same address. */
    String address(String path) {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add("q=" + EntryLinks.encoded(q));
        }
        for (SearchView.Field field : fields()) {
            parts.add(field.name() + "=" + EntryLinks.encoded(field.value()));
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    /** What a reader of the answer may follow: one theme, one city, or the search as it is. */
    SearchView.@Nullable Followed followed() {
        List<SearchView.Field> fields = fields();
        if (q.isEmpty() && fields.size() == 1) {
            SearchView.Field only = fields.getFirst();
            if (only.name().equals(Facet.THEME.parameter())) {
                return new SearchView.Followed("THEME", only.value(), only.name());
            }
            if (only.name().equals(Facet.CITY.parameter())) {
                return new SearchView.Followed("CITY", only.value(), only.name());
            }
        }
        String address = onPage(1).address("");
        return address.isEmpty()
                ? null
                : new SearchView.Followed("SEARCH", address.substring(1), "search");
    }

    /** The filters as fields of a form. */
    List<SearchView.Field> fields() {
        List<SearchView.Field> fields = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String value : new TreeSet<>(filters.getOrDefault(facet, Set.of()))) {
                fields.add(new SearchView.Field(facet.parameter(), value));
            }
        }
        return fields;
    }
}
