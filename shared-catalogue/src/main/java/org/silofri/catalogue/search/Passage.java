package org.silofri.catalogue.search;

import java.util.ArrayList;
import java.util.List;
import org.silofri.catalogue.search.Snippet.Span;

/** Cuts the passage with the most marked words out of a text. */
final class Passage {

    private static final int LEAD = 40;
    private static final String ELLIPSIS = "…";

    private Passage() {}

    /**
     * @param text any length
     * @param marked in order, without overlap
     */
    static Snippet of(String text, String lang, List<Span> marked) {
        int start = start(text, marked);
        int end = end(text, start);
        String before = start > 0 ? ELLIPSIS : "";
        String after = end < text.length() ? ELLIPSIS : "";
        String passage = text.substring(start, end).replaceAll("\\s", " ");
        int shift = before.length() - start;
        var spans = new ArrayList<Span>();
        for (Span span : marked) {
            if (span.start() >= start && span.end() <= end) {
                spans.add(new Span(span.start() + shift, span.end() + shift));
            }
        }
        return new Snippet(before + passage + after, lang, spans);
    }

    private static int start(String text, List<Span> marked) {
        int best = 0;
        long most = 0;
        for (Span first : marked) {
            int border = first.start() + Snippet.MOST_CHARACTERS - LEAD;
            long within =
                    marked.stream()
                            .filter(s -> s.start() >= first.start() && s.end() <= border)
                            .count();
            if (within > most) {
                most = within;
                best = first.start();
            }
        }
        if (best <= LEAD) {
            return 0;
        }
        int space = nextSpace(text, best - LEAD, best);
        return space < 0 ? best : space + 1;
    }

    private static int nextSpace(String text, int from, int before) {
        for (int i = from; i < before; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int end(String text, int start) {
        int border = start + Snippet.MOST_CHARACTERS;
        if (border >= text.length()) {
            return text.length();
        }
        for (int i = border; i > border - LEAD; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(border)) ? border - 1 : border;
    }
}
