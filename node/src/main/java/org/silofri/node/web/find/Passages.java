package org.silofri.node.web.find;

import java.util.ArrayList;
import java.util.List;
import org.silofri.catalogue.search.Snippet;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Text;

/** What matched, as a reader sees it. */
final class Passages {

    private Passages() {}

    /** The snippet cut at its spans. */
    static Passage of(Snippet snippet, String reader) {
        if (snippet.text().isEmpty()) {
            return Passage.NONE;
        }
        List<Passage.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Snippet.Span span : snippet.spans()) {
            if (span.start() > at) {
                pieces.add(new Passage.Piece(snippet.text().substring(at, span.start()), false));
            }
            pieces.add(new Passage.Piece(snippet.text().substring(span.start(), span.end()), true));
            at = span.end();
        }
        if (at < snippet.text().length()) {
            pieces.add(new Passage.Piece(snippet.text().substring(at), false));
        }
        return new Passage(pieces, Text.of("", snippet.lang(), reader).lang());
    }
}
