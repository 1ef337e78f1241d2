package org.silofri.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
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
        var ranked = new ArrayList<Ranked>();
        for (Map.Entry<Integer, Double> fused : Ranks.fuse(rankings).entrySet()) {
            ranked.add(ranked(fused.getKey(), fused.getValue(), own));
        }
        ranked.sort(Ranked.BEST_FIRST);
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    private Ranked ranked(int doc, double score, Language own) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        int inLeaf = doc - leaf.docBase;
        boolean speaksOwn = speaks(leaf, inLeaf, own);
        return new Ranked(doc, score, speaksOwn, updated(leaf, inLeaf), iri(leaf, inLeaf));
    }

    private static boolean speaks(LeafReaderContext leaf, int doc, Language own)
            throws IOException {
        var languages = leaf.reader().getSortedSetDocValues(EntryDocument.LANGUAGES);
        boolean speaks = false;
        if (languages != null && languages.advanceExact(doc)) {
            for (int i = 0; i < languages.docValueCount(); i++) {
                String code = languages.lookupOrd(languages.nextOrd()).utf8ToString();
                speaks |= Language.of(code).sameAs(own);
            }
        }
        return speaks;
    }

    private static long updated(LeafReaderContext leaf, int doc) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(EntryDocument.UPDATED);
        return values != null && values.advanceExact(doc) ? values.longValue() : 0;
    }

    private static String iri(LeafReaderContext leaf, int doc) throws IOException {
        SortedDocValues values = leaf.reader().getSortedDocValues(EntryDocument.IRI);
        return values != null && values.advanceExact(doc)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }
}
