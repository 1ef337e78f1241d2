package org.silofri.catalogue.search;

import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/**
 * Languages with a field of their own, and how their words are brought to one form. Lucene stems
 * all but Icelandic; every other language shares {@link #UND}.
 */
enum Language {
    DA(new DanishAnalyzer(), DanishAnalyzer.getDefaultStopSet()),
    NB(new NorwegianAnalyzer(), NorwegianAnalyzer.getDefaultStopSet()),
    NN(new NorwegianAnalyzer(), NorwegianAnalyzer.getDefaultStopSet()),
    SV(new SwedishAnalyzer(), SwedishAnalyzer.getDefaultStopSet()),
    FI(new FinnishAnalyzer(), FinnishAnalyzer.getDefaultStopSet()),
    IS(new FoldingAnalyzer(), CharArraySet.EMPTY_SET),
    EN(new EnglishAnalyzer(), EnglishAnalyzer.getDefaultStopSet()),
    /** Any other language, or none told. */
    UND(new FoldingAnalyzer(), CharArraySet.EMPTY_SET);

    // Lucene's analyzers are safe to share, but not annotated so
    @SuppressWarnings("ImmutableEnumChecker")
    private final Analyzer analyzer;

    // Lucene's default sets are unmodifiable
    @SuppressWarnings("ImmutableEnumChecker")
    private final CharArraySet stopWords;

    Language(Analyzer analyzer, CharArraySet stopWords) {
        this.analyzer = analyzer;
        this.stopWords = stopWords;
    }

    /** The language of a tag such as {@code nb-NO}; {@code no} is read as bokmål. */
    static Language of(String tag) {
        String primary = primary(tag);
        return Arrays.stream(values())
                .filter(language -> language.code().equals(primary))
                .findFirst()
                .orElse(UND);
    }

    /** First part of a language tag in lower case; {@code und} when there is none. */
    static String primary(String tag) {
        int end = tag.indexOf('-');
        String primary = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "" -> "und";
            case "no" -> "nb";
            default -> primary;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String titleField() {
        return "title." + code();
    }

    String textField() {
        return "text." + code();
    }

    Analyzer analyzer() {
        return analyzer;
    }

    /** Tells whether the word, in lower case, carries no meaning of its own in this language. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Tells whether a reader of the one reads the other as the own: so bokmål and nynorsk. */
    boolean sameAs(Language other) {
        return this == other || (isNorwegian() && other.isNorwegian());
    }

    private boolean isNorwegian() {
        return this == NB || this == NN;
    }

    private static final class FoldingAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            return new TokenStreamComponents(
                    source, new ASCIIFoldingFilter(new LowerCaseFilter(source)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
