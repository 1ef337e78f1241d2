package org.silofri.node.web.wording;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote, as a page shows it.
 *
 * @param value the text
 * @param lang BCP 47 tag for the {@code lang} attribute; null when it is the page's own language,
 *     or when nobody told
 */
public record Text(String value, @Nullable String lang) {

    /** A text in the page's own language. */
    public static Text plain(String value) {
        return new Text(value, null);
    }

    /**
     * The text for a reader: in the reader's language, else in a neighbouring one, else in English,
     * else the first there is.
     *
     * @param byLanguage by BCP 47 tag; {@code und} or empty where nobody told
     * @return empty text when there is none at all
     */
    public static Text pick(Map<String, String> byLanguage, String reader) {
        return nearest(byLanguage.keySet(), reader)
                .map(language -> of(byLanguage.getOrDefault(language, ""), language, reader))
                .orElse(plain(""));
    }

    /** The one of these languages that a reader is given; empty when there is none. */
    public static Optional<String> nearest(Set<String> languages, String reader) {
        return Reading.order(reader).stream()
                .filter(languages::contains)
                .findFirst()
                .or(() -> languages.stream().min(Comparator.naturalOrder()));
    }

    /** A text in a language that may be the reader's. */
    public static Text of(String value, String language, String reader) {
        boolean untold = language.isEmpty() || language.equals("und");
        return new Text(value, untold || language.equals(reader) ? null : language);
    }
}
