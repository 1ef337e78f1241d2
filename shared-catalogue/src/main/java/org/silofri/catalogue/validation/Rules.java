package org.silofri.catalogue.validation;

import static org.silofri.catalogue.validation.Severity.VIOLATION;
import static org.silofri.catalogue.validation.Severity.WARNING;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.silofri.catalogue.validation.personal.PersonalFind;
import org.silofri.ontology.Languages;

/** The rules that SHACL has no word for; their texts stand in {@code messages_<lang>}. */
final class Rules {

    private static final String NS = "https://w3id.org/silofri/ns/checks#";

    static final Rule UNKNOWN_TERM = rule("unknown-term", VIOLATION);
    static final Rule WRONG_KIND = rule("wrong-kind", VIOLATION);
    static final Rule WRONG_TYPE = rule("wrong-type", VIOLATION);
    static final Rule END_BEFORE_START = rule("end-before-start", VIOLATION);
    private static final Rule PERSONAL_EMAIL = rule("personal-email", VIOLATION);
    private static final Rule UNSURE_EMAIL = rule("unsure-email", WARNING);
    private static final Rule PHONE = rule("phone-outside-contact", VIOLATION);
    private static final Rule NATIONAL_ID = rule("national-id", VIOLATION);
    private static final Rule UNSURE_NATIONAL_ID = rule("unsure-national-id", WARNING);
    private static final Rule NAMED_PERSON = rule("named-person", WARNING);

    private Rules() {}

    static Rule of(PersonalFind.What what) {
        return switch (what) {
            case PERSONAL_EMAIL -> PERSONAL_EMAIL;
            case UNSURE_EMAIL -> UNSURE_EMAIL;
            case PHONE -> PHONE;
            case NATIONAL_ID -> NATIONAL_ID;
            case UNSURE_NATIONAL_ID -> UNSURE_NATIONAL_ID;
            case NAMED_PERSON -> NAMED_PERSON;
        };
    }

    private static Rule rule(String key, Severity severity) {
        Map<String, String> texts = new TreeMap<>();
        for (String language : Languages.ALL) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            "org.silofri.catalogue.validation.messages",
                            Locale.forLanguageTag(language),
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            texts.put(language, bundle.getString(key));
        }
        return Rule.of(NS + key, severity, texts);
    }
}
