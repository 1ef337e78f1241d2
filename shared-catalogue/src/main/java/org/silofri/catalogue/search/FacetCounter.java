package org.silofri.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.jspecify.annotations.Nullable;

/** Narrows a query by facets and counts what each value would leave. */
final class FacetCounter {

    private static final int MOST_VALUES = 1_000;

    private FacetCounter() {}

    /** Counts of one search. */
    record Counted(long total, Map<Facet, List<FacetCount>> facets) {}

    /** The query, narrowed by the filters. */
    static DrillDownQuery narrowed(Query query, Map<Facet, Set<String>> filters) {
        var narrowed = new DrillDownQuery(EntryDocument.FACETS, query);
        filters.forEach(
                (facet, values) -> values.forEach(value -> narrowed.add(facet.parameter(), value)));
        return narrowed;
    }

    /** The query without the entries of that value. */
    static Query without(Query query, Facet facet, String value) {
        String field = EntryDocument.FACETS.getDimConfig(facet.parameter()).indexFieldName;
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        new TermQuery(DrillDownQuery.term(field, facet.parameter(), value)),
                        Occur.MUST_NOT)
                .build();
    }

    static Counted count(View view, DrillDownQuery query, Map<Facet, Set<String>> filters)
            throws IOException {
        SortedSetDocValuesReaderState state = view.facets();
        if (state == null) {
            return new Counted(0, counts(null, filters));
        }
        var sideways = new DrillSideways(view.searcher(), EntryDocument.FACETS, state);
        var total = new TotalHitCountCollectorManager(view.searcher().getSlices());
        var result = sideways.search(query, total);
        return new Counted(result.collectorResult, counts(result.facets, filters));
    }

    private static Map<Facet, List<FacetCount>> counts(
            @Nullable Facets counted, Map<Facet, Set<String>> filters) throws IOException {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (Facet facet : Facet.values()) {
            FacetResult values =
                    counted == null ? null : counted.getTopChildren(MOST_VALUES, facet.parameter());
            LabelAndValue[] found = values == null ? new LabelAndValue[0] : values.labelValues;
            counts.put(facet, ofFacet(found, filters.getOrDefault(facet, Set.of())));
        }
        return counts;
    }

    /** A value that is asked for stays in the list, even where it leaves nothing. */
    private static List<FacetCount> ofFacet(LabelAndValue[] found, Set<String> selected) {
        var counts = new ArrayList<FacetCount>();
        for (LabelAndValue value : found) {
            counts.add(
                    new FacetCount(
                            value.label, value.value.longValue(), selected.contains(value.label)));
        }
        selected.stream()
                .filter(value -> counts.stream().noneMatch(count -> count.value().equals(value)))
                .forEach(value -> counts.add(new FacetCount(value, 0, true)));
        counts.sort(
                Comparator.comparingLong(FacetCount::count)
                        .reversed()
                        .thenComparing(FacetCount::value));
        return List.copyOf(counts);
    }
}
