package org.silofri.node.web.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Match;
import org.silofri.catalogue.search.Snippet;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;

/** What matched, as a reader sees it. */
final class Passages {

    private static final int MOST_WORDS = 5;

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

    /** Which words matched, and how; null when nothing was asked. */
    static @Nullable String why(List<Match> matches, Wording say) {
        Map<Match.How, List<String>> byHow =
                matches.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Match::how,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Match::word, Collectors.toList())));
        List<String> parts = new ArrayList<>();
        for (Match.How how : Match.How.values()) {
            List<String> words = byHow.getOrDefault(how, List.of()).stream().distinct().toList();
            if (!words.isEmpty()) {
                String quoted =
                        words.stream()
                                .limit(MOST_WORDS)
                                .map(word -> say.say("search.why.list", word))
                                .collect(Collectors.joining(", "));
                parts.add(
                        switch (how) {
                            case WORD -> say.say("search.why.word", quoted);
                            case SPELLING -> say.say("search.why.near", quoted);
                        });
            }
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }
}
