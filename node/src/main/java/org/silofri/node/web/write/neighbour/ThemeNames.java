package org.silofri.node.web.write.neighbour;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;

/** Finds themes that a text names in any language. */
final class ThemeNames {

    private static final int SHORTEST = 6;

    private ThemeNames() {}

    /**
     * Notations of themes of whose label a word of six letters or more begins a word of the text.
     */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> words = words(text);
        for (Concept theme : CodeList.THEME.concepts()) {
            boolean named =
                    theme.labels().values().stream()
                            .flatMap(label -> words(label).stream())
                            .anyMatch(name -> words.stream().anyMatch(w -> w.startsWith(name)));
            if (named) {
                found.add(theme.notation());
            }
        }
        return found;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= SHORTEST) {
                words.add(word);
            }
        }
        return words;
    }
}
