package org.silofri.ontology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that every text for people has. */
public final class Languages {

    /** BCP 47 tags, English first because it is the fallback. */
    public static final List<String> ALL = List.of("en", "da", "nb", "nn", "sv", "fi", "is");

    private Languages() {}

    /**
     * The tag under which texts are kept: {@code da-DK} gives {@code da}, {@code no} gives {@code
     * nb}.
     */
    public static String normalise(String tag) {
        String language = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return language.equals("no") ? "nb" : language;
    }

    /**
     * The text to show a reader of that language.
     *
     * @return the text in the language, else in the other Norwegian for a Norwegian, else in
     *     English; empty when there is none of these
     */
    public static Optional<String> pick(Map<String, String> texts, String tag) {
        String language = normalise(tag);
        return Optional.ofNullable(texts.get(language))
                .or(() -> sibling(language).map(texts::get))
                .or(() -> Optional.ofNullable(texts.get("en")));
    }

    private static Optional<String> sibling(String language) {
        return switch (language) {
            case "nb" -> Optional.of("nn");
            case "nn" -> Optional.of("nb");
            default -> Optional.empty();
        };
    }
}
