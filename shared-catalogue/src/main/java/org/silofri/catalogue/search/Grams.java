package org.silofri.catalogue.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words folded to the letters that the Nordic languages share, and cut into runs of four. Finds
 * compounds, inflections, relatives in other languages and slips of the pen.
 */
final class Grams {

    /** Length of a run; shorter words stay whole. */
    static final int LENGTH = 4;

    /** Part of a word's runs that has to be there for its spelling to be near, of 10. */
    private static final int NEAR_TENTHS = 4;

    private static final Analyzer FOLDED = new FoldedAnalyzer(false);
    private static final Analyzer CUT = new FoldedAnalyzer(true);

    private Grams() {}

    /** Cuts a text into runs, whole words kept beside them: for the index. */
    static Analyzer analyzer() {
        return CUT;
    }

    /** The words of a text, folded, in order. */
    static List<Token> words(String text) {
        return Token.of(FOLDED, text);
    }

    /** Folded word and its runs of four. */
    static Set<String> of(String foldedWord) {
        var grams = new LinkedHashSet<String>();
        for (int i = 0; i + LENGTH <= foldedWord.length(); i++) {
            grams.add(foldedWord.substring(i, i + LENGTH));
        }
        return grams.isEmpty() ? Set.of(foldedWord) : grams;
    }

    /** How many of a word's runs another word must share to count as near: at least one. */
    static int needed(int grams) {
        return Math.max(1, grams * NEAR_TENTHS / 10);
    }

    private static final class FoldedAnalyzer extends Analyzer {
        private final boolean cut;

        private FoldedAnalyzer(boolean cut) {
            this.cut = cut;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenFilter folded = fold(source);
            return new TokenStreamComponents(
                    source, cut ? new NGramTokenFilter(folded, LENGTH, LENGTH, true) : folded);
        }

        private static TokenFilter fold(TokenStream source) {
            return new ASCIIFoldingFilter(
                    new ScandinavianFoldingFilter(new LowerCaseFilter(source)));
        }
    }
}
