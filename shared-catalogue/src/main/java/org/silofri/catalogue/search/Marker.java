package org.silofri.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silofri.catalogue.search.Match.How;
import org.silofri.catalogue.search.Snippet.Span;

/** Finds the words of a text that answer the words of a query. For one thread. */
final class Marker {

    private static final double NEAR = 0.4;

    private final SearchWords sought;
    // words come again and again in a page of hits
    private final Map<String, Double> shares = new HashMap<>();

    Marker(SearchWords sought) {
        this.sought = sought;
    }

    /** A word found, as it stands in the text. */
    record Mark(Span span, String word, How how) {

        private boolean overlaps(Token token) {
            return span.start() < token.end() && token.start() < span.end();
        }
    }

    /** All words of a text that match, in order, without overlap. */
    List<Mark> marks(String text, Language language) {
        var marks = new ArrayList<Mark>();
        Set<String> terms = sought.terms(language);
        for (Token token : Token.of(language.analyzer(), text)) {
            if (terms.contains(token.term())) {
                marks.add(mark(text, token, How.WORD));
            }
        }
        var exact = List.copyOf(marks);
        for (Token token : Grams.words(text)) {
            if (share(token) >= NEAR && exact.stream().noneMatch(mark -> mark.overlaps(token))) {
                marks.add(mark(text, token, How.SPELLING));
            }
        }
        marks.sort(Comparator.comparingInt(mark -> mark.span().start()));
        return List.copyOf(marks);
    }

    /** The word of a text that comes nearest in spelling, when any shares something. */
    Optional<Mark> nearest(String text) {
        return Grams.words(text).stream()
                .filter(token -> share(token) > 0)
                .max(Comparator.comparingDouble(this::share))
                .map(token -> mark(text, token, How.SPELLING));
    }

    private double share(Token token) {
        return shares.computeIfAbsent(token.term(), this::share);
    }

    private double share(String foldedWord) {
        Set<String> gramsOfWord = Grams.of(foldedWord);
        double most = 0;
        for (Set<String> grams : sought.grams()) {
            long shared = grams.stream().filter(gramsOfWord::contains).count();
            most = Math.max(most, (double) shared / grams.size());
        }
        return most;
    }

    private static Mark mark(String text, Token token, How how) {
        return new Mark(
                new Span(token.start(), token.end()),
                text.substring(token.start(), token.end()),
                how);
    }
}
