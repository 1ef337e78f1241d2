package org.silofri.catalogue.search;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.ScoreDoc;

/**
 * Reciprocal rank fusion: scores of different queries cannot be compared, ranks can (ADR 0022).
 *
 * @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke, Büttcher: Reciprocal rank
 *     fusion</a>
 */
final class Ranks {

    private static final int K = 60;

    private Ranks() {}

    /**
     * Fuses rankings of documents.
     *
     * @param rankings each best first; equal scores share a rank
     * @return score by document: the sum of 1 / (60 + rank) over the rankings that hold it
     */
    static SortedMap<Integer, Double> fuse(List<ScoreDoc[]> rankings) {
        var fused = new TreeMap<Integer, Double>();
        for (ScoreDoc[] ranking : rankings) {
            int rank = 0;
            for (int i = 0; i < ranking.length; i++) {
                rank = i > 0 && ranking[i].score == ranking[i - 1].score ? rank : i + 1;
                fused.merge(ranking[i].doc, 1.0 / (K + rank), Double::sum);
            }
        }
        return fused;
    }
}
