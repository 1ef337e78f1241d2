package org.silofri.catalogue.validation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check says when it is not met.
 *
 * @param iri names the rule in reports
 * @param severity of its findings
 * @param messages by language, what is wrong
 * @param remedies by language, what to do about it
 */
record Rule(
        String iri, Severity severity, Map<String, String> messages, Map<String, String> remedies) {

    /**
     * A rule from texts of two sentences each: what is wrong, what to do.
     *
     * @throws IllegalArgumentException if a text is not two sentences
     */
    static Rule of(String iri, Severity severity, Map<String, String> texts) {
        Map<String, String> messages = new TreeMap<>();
        Map<String, String> remedies = new TreeMap<>();
        texts.forEach((language, text) -> {
            int end = text.indexOf(". ");
            if (end < 0) {
                throw new IllegalArgumentException(
                        "Rule %s has no remedy in %s; write two sentences"
                                .formatted(iri, language));
            }
            messages.put(language, text.substring(0, end + 1));
            remedies.put(language, text.substring(end + 2));
        });
        return new Rule(iri, severity, messages, remedies);
    }

    Violation broken(String focus, @Nullable String path, @Nullable String value) {
        return new Violation(focus, path, severity, iri, messages, remedies, value);
    }
}
