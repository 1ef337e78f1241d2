package org.silofri.catalogue.validation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silofri.ontology.Languages;

/**
 * One finding, for one field of an entry.
 *
 * @param focus IRI of the entry, or of the part of it that carries the field
 * @param path IRI of the property; null when the finding concerns the focus as a whole
 * @param severity violation or warning
 * @param rule IRI of the shape or check that was not met, stable within a version
 * @param messages by language, what is wrong: one sentence in each of {@link Languages#ALL}
 * @param remedies by language, what to do about it: one sentence in each of the same
 * @param value the offending value; null when something is missing. Never shown in logs: it may be
 *     personal data
 */
public record Violation(
        String focus,
        @Nullable String path,
        Severity severity,
        String rule,
        Map<String, String> messages,
        Map<String, String> remedies,
        @Nullable String value) {

    /** Copies the texts. */
    public Violation {
        messages = Map.copyOf(messages);
        remedies = Map.copyOf(remedies);
    }

    /** What is wrong, in the reader's language or English. */
    public String message(String language) {
        return Languages.pick(messages, language).orElse(rule);
    }

    /** What to do about it, in the reader's language or English. */
    public String remedy(String language) {
        return Languages.pick(remedies, language).orElse("");
    }

    /** Message and remedy together, by language. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        messages.forEach((language, message) ->
                texts.put(language, message + " " + remedies.getOrDefault(language, "")));
        return texts;
    }

    /** Tells whether the entry may not be published because of this. */
    public boolean blocks() {
        return severity == Severity.VIOLATION;
    }
}
