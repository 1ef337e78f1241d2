package org.silofri.node.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.FacetCount;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.membership.Members;
import org.silofri.node.projection.Projections;
import org.silofri.ontology.CodeList;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search as an API: what the search page shows, for programs. */
@RestController
@Tag(name = "search")
class SearchController {

    private static final int SIMILAR = 10;

    private final Projections projections;
    private final Members members;

    SearchController(Projections projections, Members members) {
        this.projections = projections;
        this.members = members;
    }

    /**
     * An answer with its facets.
     *
     * @param total all hits, also those on other pages
     * @param facets by name, most frequent first
     * @param completeness up to which event of each city ({@code epoch:seq}) the answer counts
     */
    record Answer(
            long total,
            int page,
            int size,
            List<Found> hits,
            Map<String, List<Value>> facets,
            Map<String, String> completeness) {}

    /**
     * A value that hits can be narrowed by.
     *
     * @param label in the language asked for, or in another that there is; an id where there is
     *     nothing else
     */
    record Value(String value, String label, long count, boolean selected) {}

    /**
     * Entries whose title says much the same.
     *
     * @param completeness as in {@link Answer}
     */
    record Similar(List<FoundSimilar> hits, Map<String, String> completeness) {}

    /** Finds entries in all languages. */
    @Operation(
            summary = "Search the entries of all cities, in all languages, with facets",
            description =
                    "Facets kind, theme, city and verdict may be repeated: one of the values of each"
                            + " facet named must hold. Without q: everything, latest first. Members"
                            + " of the network are found only with kind=member.")
    @GetMapping("/api/search")
    Answer search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "en") String lang,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam MultiValueMap<String, String> parameters) {
        SearchRequest request =
                new SearchRequest(q, language(lang), filters(parameters), page, size);
        SearchResult result = projections.index().search(request);
        Map<String, List<Value>> facets = new TreeMap<>();
        result.facets()
                .forEach((facet, counts) ->
                        facets.put(
                                facet.parameter(),
                                counts.stream()
                                        .map(count -> value(facet, count, request.lang()))
                                        .toList()));
        return new Answer(
                result.total(),
                request.page(),
                request.size(),
                result.hits().stream().map(Found::of).toList(),
                facets,
                completeness(result.checkpoint()));
    }

    /** Answers "has anyone tried this?". */
    @Operation(summary = "Entries whose title says much the same, with their outcome")
    @GetMapping("/api/similar")
    Similar similar(@RequestParam String text, @RequestParam(defaultValue = "en") String lang) {
        long checkpoint = projections.indexCheckpoint();
        return new Similar(
                projections.index().similar(text, language(lang), SIMILAR).stream()
                        .map(FoundSimilar::of)
                        .toList(),
                completeness(checkpoint));
    }

    private Map<String, String> completeness(long checkpoint) {
        Map<CityId, Position> positions = projections.positionsAt(checkpoint);
        Map<String, String> texts = new TreeMap<>();
        positions.forEach((city, at) -> texts.put(city.value(), at.epoch() + ":" + at.seq()));
        return texts;
    }

    private static Map<Facet, Set<String>> filters(MultiValueMap<String, String> parameters) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.get(facet.parameter());
            if (values != null) {
                filters.put(facet, new HashSet<>(values));
            }
        }
        return filters;
    }

    private Value value(Facet facet, FacetCount count, String lang) {
        String label =
                switch (facet) {
                    case KIND -> label(CodeList.KIND, count.value(), lang);
                    case THEME -> label(CodeList.THEME, count.value(), lang);
                    case VERDICT -> label(CodeList.VERDICT, count.value(), lang);
                    case CITY -> city(count.value(), lang);
                };
        return new Value(count.value(), label, count.count(), count.selected());
    }

    private String city(String id, String lang) {
        return Optional.of(id)
                .filter(CityId::isValid)
                .flatMap(valid -> members.byCity(new CityId(valid)))
                .map(member -> member.name(lang))
                .orElse(id);
    }

    private static String label(CodeList list, String notation, String lang) {
        return list.concept(notation).map(concept -> concept.label(lang)).orElse(notation);
    }

    private static String language(String lang) {
        return lang.length() > 35 ? "en" : lang.toLowerCase(Locale.ROOT);
    }
}
