package org.silofri.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Brings the documents of a view into one order that does not depend on how they are stored. */
final class Ranking {

    private static final Sort LATEST =
            new Sort(
                    new SortField(EntryDocument.UPDATED, SortField.Type.LONG, true),
                    new SortField(EntryDocument.IRI, SortField.Type.STRING));

    private final IndexSearcher searcher;

    Ranking(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** A document and what it is ordered by. */
    record Ranked(int doc, double score, boolean inOwnLanguage, long updated, String iri) {

        private static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingDouble(Ranked::score)
                        .thenComparing(Ranked::inOwnLanguage)
                        .thenComparingLong(Ranked::updated)
                        .reversed()
                        .thenComparing(Ranked::iri);
    }

    /** The latest documents first. */
    List<Ranked> latest(Query query, int most) throws IOException {
        var ranked = new ArrayList<Ranked>();
        for (ScoreDoc found : searcher.search(query, most, LATEST).scoreDocs) {
            long updated = found instanceof FieldDoc doc ? (Long) doc.fields[0] : 0;
            ranked.add(new Ranked(found.doc, 0, false, updated, ""));
        }
        return ranked;
    }

    /** The best documents of several queries first; at equal score those in the own language. */
    List<Ranked> best(List<? extends Query> queries, Language own, int most) throws IOException {
        var rankings = new ArrayList<ScoreDoc[]>();
        for (Query query : queries) {
            rankings.add(searcher.search(query, most).scoreDocs);
        }
        List<Ranked> ranked = ranked(Ranks.fuse(rankings), own);
        ranked.sort(Ranked.BEST_FIRST);
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    /** Reads what documents are ordered by, in the order in which they are stored. */
    private List<Ranked> ranked(SortedMap<Integer, Double> scores, Language own)
            throws IOException {
        var ranked = new ArrayList<Ranked>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var inLeaf = scores.subMap(leaf.docBase, end);
            if (!inLeaf.isEmpty()) {
                var order = new OrderValues(leaf.reader());
                for (Map.Entry<Integer, Double> scored : inLeaf.entrySet()) {
                    int doc = scored.getKey() - leaf.docBase;
                    ranked.add(
                            new Ranked(
                                    scored.getKey(),
                                    scored.getValue(),
                                    order.speaks(doc, own),
                                    order.updated(doc),
                                    order.iri(doc)));
                }
            }
        }
        return ranked;
    }

    /** What the documents of a leaf are ordered by; asked for in ascending order. */
    private static final class OrderValues {
        private final SortedSetDocValues languages;
        private final NumericDocValues updated;
        private final SortedDocValues iris;

        private OrderValues(LeafReader leaf) throws IOException {
            languages = DocValues.getSortedSet(leaf, EntryDocument.LANGUAGES);
            updated = DocValues.getNumeric(leaf, EntryDocument.UPDATED);
            iris = DocValues.getSorted(leaf, EntryDocument.IRI);
        }

        private boolean speaks(int doc, Language own) throws IOException {
            boolean speaks = false;
            if (languages.advanceExact(doc)) {
                for (int i = 0; i < languages.docValueCount(); i++) {
                    String code = languages.lookupOrd(languages.nextOrd()).utf8ToString();
                    speaks |= Language.of(code).sameAs(own);
                }
            }
            return speaks;
        }

        private long updated(int doc) throws IOException {
            return updated.advanceExact(doc) ? updated.longValue() : 0;
        }

        private String iri(int doc) throws IOException {
            return iris.advanceExact(doc) ? iris.lookupOrd(iris.ordValue()).utf8ToString() : "";
        }
    }
}
