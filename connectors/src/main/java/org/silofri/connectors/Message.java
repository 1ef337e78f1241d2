package org.silofri.connectors;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.silofri.ontology.Languages;

/**
 * A text for people: a key of the connectors' message files and what fills its places. Another
 * renderer may use key and arguments with its own texts.
 *
 * @param key in {@code messages_en.properties}
 * @param args in the order of the places in the text
 * @param texts by language, for a text that comes from elsewhere, as from a shape; then the key
 *     stands in no message file
 */
public record Message(String key, List<String> args, Map<String, String> texts) {

    private static final String BUNDLE = "org.silofri.connectors.messages";
    private static final ResourceBundle.Control ONLY_THIS_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Message {
        args = List.copyOf(args);
        texts = Map.copyOf(texts);
    }

    /** Makes a message. */
    public static Message of(String key, String... args) {
        return new Message(key, List.of(args), Map.of());
    }

    /** A message whose texts come from elsewhere. */
    static Message ofTexts(String key, Map<String, String> texts) {
        return new Message(key, List.of(), texts);
    }

    /** The text in this language, in English where the language has no message file. */
    public String in(String language) {
        if (!texts.isEmpty()) {
            return Languages.pick(texts, language)
                    .orElseGet(() -> texts.values().iterator().next());
        }
        String pattern = bundle(language).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(args.toArray());
    }

    /** The text in English. */
    public String english() {
        return in("en");
    }

    private static ResourceBundle bundle(String language) {
        try {
            return ResourceBundle.getBundle(
                    BUNDLE,
                    Locale.forLanguageTag(language),
                    Message.class.getClassLoader(),
                    ONLY_THIS_LANGUAGE);
        } catch (MissingResourceException e) {
            return ResourceBundle.getBundle(
                    BUNDLE, Locale.ENGLISH, Message.class.getClassLoader(), ONLY_THIS_LANGUAGE);
        }
    }

    @Override
    public String toString() {
        return english();
    }
}
