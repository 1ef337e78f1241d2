package org.silofri.node.web.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Match;
import org.silofri.node.web.wording.Wording;

/** Why an entry was found, in words. */
public final class Matches {

    private static final int MOST_WORDS = 5;

    private Matches() {}

    /** Which words matched, and how; null when nothing was asked. */
    public static @Nullable String why(List<Match> matches, Wording say) {
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
