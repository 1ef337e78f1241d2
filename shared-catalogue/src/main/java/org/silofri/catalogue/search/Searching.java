package org.silofri.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.FacetCounter.Counted;
import org.silofri.catalogue.search.Ranking.Ranked;

/** Answers searches on one view of the index. */
final class Searching {

    private static final Set<String> TRIED =
            Set.of(
                    EntryKind.PROBLEM.path(),
                    EntryKind.PILOT.path(),
                    EntryKind.SOLUTION.path(),
                    EntryKind.RESULT.path());

    private static final List<String> UNLISTED =
            Arrays.stream(EntryKind.values())
                    .filter(kind -> !kind.listed())
                    .map(EntryKind::path)
                    .toList();

    private static final Query EVERYTHING = new TermQuery(new Term(EntryDocument.LIVE, "true"));

    private final View view;
    private final Ranking ranking;

    Searching(View view) {
        this.view = view;
        this.ranking = new Ranking(view.searcher());
    }

    SearchResult search(SearchRequest request) throws IOException {
        var words = new SearchWords(request.q(), request.lang());
        boolean everything = request.q().isBlank();
        var filters = request.filters();
        List<Query> queries =
                (everything ? List.of(EVERYTHING) : List.of(words.words(), words.spelling()))
                        .stream().map(query -> catalogued(query, filters)).toList();
        Counted counted =
                FacetCounter.count(view, FacetCounter.narrowed(any(queries), filters), filters);
        var narrowed = queries.stream().map(q -> FacetCounter.narrowed(q, filters)).toList();
        List<Ranked> ranked =
                everything
                        ? ranking.latest(narrowed.getFirst(), SearchResult.MOST_RANKED)
                        : ranking.best(narrowed, words.own(), SearchResult.MOST_RANKED);
        List<Hit> hits = hits(page(ranked, request), words);
        return new SearchResult(hits, counted.total(), counted.facets(), view.checkpoint());
    }

    /**
     * Members and the steps to a lead are how the network works, no finds of it; who asks for them
     * gets them.
     */
    private static Query catalogued(Query query, Map<Facet, Set<String>> filters) {
        Set<String> asked = filters.getOrDefault(Facet.KIND, Set.of());
        Query catalogued = query;
        for (String kind : UNLISTED) {
            if (!asked.contains(kind)) {
                catalogued = FacetCounter.without(catalogued, Facet.KIND, kind);
            }
        }
        return catalogued;
    }

    private static Query any(List<Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static List<Ranked> page(List<Ranked> ranked, SearchRequest request) {
        long from = Math.min(ranked.size(), (request.page() - 1L) * request.size());
        long to = Math.min(ranked.size(), from + request.size());
        return ranked.subList((int) from, (int) to);
    }

    private List<Hit> hits(List<Ranked> page, SearchWords words) throws IOException {
        List<FoundEntry> entries = read(page);
        Outcomes outcomes = Outcomes.of(entries, view.searcher());
        var marker = new Marker(words);
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < page.size(); i++) {
            FoundEntry entry = entries.get(i);
            hits.add(
                    new Hit(
                            entry.iri(),
                            entry.kind(),
                            entry.city(),
                            entry.titles(),
                            entry.snippet(marker, words.own()),
                            page.get(i).score(),
                            entry.why(marker),
                            outcomes.verdict(entry),
                            entry.rung(),
                            entry.updated(),
                            entry.themes(),
                            outcomes.about(entry)));
        }
        return hits;
    }

    private List<FoundEntry> read(List<Ranked> page) throws IOException {
        var entries = new ArrayList<FoundEntry>();
        for (Ranked ranked : page) {
            entries.add(FoundEntry.read(view.searcher(), ranked.doc()));
        }
        return entries;
    }

    List<SimilarHit> similar(String text, String lang, int most) throws IOException {
        var words = new SearchWords(text, lang);
        var tried = Map.of(Facet.KIND, TRIED);
        List<Ranked> ranked =
                ranking.best(
                        List.of(
                                FacetCounter.narrowed(words.wordsOfTitle(), tried),
                                FacetCounter.narrowed(words.spellingOfTitle(), tried)),
                        words.own(),
                        most);
        List<FoundEntry> entries = read(ranked);
        Outcomes outcomes = Outcomes.of(entries, view.searcher());
        var marker = new Marker(words);
        var hits = new ArrayList<SimilarHit>();
        for (int i = 0; i < ranked.size(); i++) {
            FoundEntry entry = entries.get(i);
            hits.add(
                    new SimilarHit(
                            entry.iri(),
                            entry.kind(),
                            entry.city(),
                            entry.titles(),
                            ranked.get(i).score(),
                            entry.whyByTitle(marker),
                            outcomes.verdict(entry),
                            outcomes.about(entry)));
        }
        return hits;
    }
}
