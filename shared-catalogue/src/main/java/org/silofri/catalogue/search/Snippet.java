package org.silofri.catalogue.search;

import java.util.List;

/**
 * Passage of a hit's text. Plain text, never markup: whoever shows it escapes it and marks the
 * spans.
 *
 * @param text at most {@value #MOST_CHARACTERS} characters and an ellipsis at each cut; may be
 *     empty
 * @param lang language of the text; {@code und} where the entry does not tell
 * @param spans pieces of {@code text} that matched, in order, without overlap
 */
public record Snippet(String text, String lang, List<Span> spans) {

    /** Longest passage, without the ellipses. */
    public static final int MOST_CHARACTERS = 240;

    public Snippet {
        spans = List.copyOf(spans);
    }

    /**
     * Piece of a text that matched.
     *
     * @param start index of its first character (UTF-16)
     * @param end index after its last
     */
    public record Span(int start, int end) {

        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("No span: %d to %d".formatted(start, end));
            }
        }
    }
}
