package org.silofri.catalogue.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.silofri.catalogue.entry.EntryIri;

/**
 * A reader's words, read in every language at once, because a query does not tell its own. Bounded
 * so that its two queries and all filters stay below Lucene's limit of clauses.
 */
final class SearchWords {

    private static final int MOST_WORDS = 24;
    private static final int MOST_GRAMS = 128;
    private static final int COMMON_TO = 2;
    private static final float TITLE = 2.5f;
    private static final float OWN_LANGUAGE = 1.2f;
    private static final float TIE = 0.1f;

    private final String text;
    private final Language own;
    private final Map<Language, Set<String>> terms = new EnumMap<>(Language.class);
    private final List<Set<String>> grams = new ArrayList<>();

    /**
     * @param text what the reader wrote
     * @param lang the reader's language
     */
    SearchWords(String text, String lang) {
        this.text = text;
        this.own = Language.of(lang);
        for (Language language : Language.values()) {
            terms.put(language, limited(Token.of(language.analyzer(), text)));
        }
        Set<String> words = limited(Grams.words(text));
        Collection<String> telling = words.stream().filter(this::isTelling).toList();
        int left = MOST_GRAMS;
        for (String word : telling.isEmpty() ? words : telling) {
            Set<String> gramsOfWord = Grams.of(word);
            left -= gramsOfWord.size();
            if (left >= 0) {
                grams.add(gramsOfWord);
            }
        }
    }

    private static Set<String> limited(List<Token> tokens) {
        var distinct = new LinkedHashSet<String>();
        for (Token token : tokens) {
            if (distinct.size() < MOST_WORDS) {
                distinct.add(token.term());
            }
        }
        return distinct;
    }

    private boolean isTelling(String word) {
        long stops = 0;
        for (Language language : Language.values()) {
            stops += language.isStopWord(word) ? 1 : 0;
        }
        return stops < COMMON_TO && !own.isStopWord(word);
    }

    Language own() {
        return own;
    }

    /** The forms that count as the same word in that language. */
    Set<String> terms(Language language) {
        return terms.getOrDefault(language, Set.of());
    }

    /** The runs of four of each word. */
    List<Set<String>> grams() {
        return grams;
    }

    /** Entries that hold the words themselves, best language of the entry counting. */
    Query words() {
        var languages = new ArrayList<Query>();
        for (Language language : Language.values()) {
            var perTerm = new ArrayList<Query>();
            for (String term : terms(language)) {
                perTerm.add(inTitleOrText(language, term));
            }
            languages.add(boosted(anyHalf(perTerm), language.sameAs(own) ? OWN_LANGUAGE : 1));
        }
        EntryIri.parse(text.strip()).ifPresent(iri -> languages.add(liveIri(iri)));
        return new DisjunctionMaxQuery(languages, TIE);
    }

    private static Query liveIri(EntryIri iri) {
        var live = new BooleanQuery.Builder();
        live.add(term(EntryDocument.IRI, iri.value(), MOST_WORDS), Occur.MUST);
        live.add(term(EntryDocument.LIVE, "true", 1), Occur.FILTER);
        return live.build();
    }

    /** Entries that share much of the words' spelling. */
    Query spelling() {
        var perWord = new ArrayList<Query>();
        for (Set<String> gramsOfWord : grams) {
            var shared = new BooleanQuery.Builder();
            for (String gram : gramsOfWord) {
                shared.add(
                        new DisjunctionMaxQuery(
                                List.of(
                                        term(EntryDocument.TITLE_GRAMS, gram, TITLE),
                                        term(EntryDocument.GRAMS, gram, 1)),
                                TIE),
                        Occur.SHOULD);
            }
            shared.setMinimumNumberShouldMatch(Grams.needed(gramsOfWord.size()));
            perWord.add(shared.build());
        }
        return anyHalf(perWord);
    }

    /** Entries whose title holds the words themselves. */
    Query wordsOfTitle() {
        var languages = new ArrayList<Query>();
        for (Language language : Language.values()) {
            var perTerm = new ArrayList<Query>();
            for (String term : terms(language)) {
                perTerm.add(term(language.titleField(), term, 1));
            }
            languages.add(boosted(anyHalf(perTerm), language.sameAs(own) ? OWN_LANGUAGE : 1));
        }
        return new DisjunctionMaxQuery(languages, TIE);
    }

    /** Entries whose title shares much of the words' spelling. */
    Query spellingOfTitle() {
        var perWord = new ArrayList<Query>();
        for (Set<String> gramsOfWord : grams) {
            var shared = new BooleanQuery.Builder();
            for (String gram : gramsOfWord) {
                shared.add(term(EntryDocument.TITLE_GRAMS, gram, 1), Occur.SHOULD);
            }
            shared.setMinimumNumberShouldMatch(Grams.needed(gramsOfWord.size()));
            perWord.add(shared.build());
        }
        return anyHalf(perWord);
    }

    private static Query inTitleOrText(Language language, String term) {
        return new DisjunctionMaxQuery(
                List.of(
                        term(language.titleField(), term, TITLE),
                        term(language.textField(), term, 1)),
                TIE);
    }

    /** One of two words is enough; of more, half must be there. */
    private static Query anyHalf(List<Query> perWord) {
        if (perWord.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        var any = new BooleanQuery.Builder();
        perWord.forEach(query -> any.add(query, Occur.SHOULD));
        return any.setMinimumNumberShouldMatch((perWord.size() + 1) / 2).build();
    }

    private static Query term(String field, String text, float boost) {
        return boosted(new TermQuery(new Term(field, text)), boost);
    }

    private static Query boosted(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }
}
