package org.silofri.node.web.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in pieces, some of them marked.
 *
 * @param lang as in {@link Text}
 */
public record Passage(List<Piece> pieces, @Nullable String lang) {

    /** No text. */
    public static final Passage NONE = new Passage(List.of(), null);

    public Passage {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of the text.
     *
     * @param marked whether it matched
     */
    public record Piece(String text, boolean marked) {}
}
