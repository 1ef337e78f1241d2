package org.silofri.node.web.write.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Text;

/**
 * A field as the form shows it.
 *
 * @param name of the field; also its place on the page, {@code f-name}
 * @param look which part of the template shows it
 * @param hint how to fill it in; null where the label tells all
 * @param inputs where something is written
 * @param options what can be chosen
 * @param suggestions entries that can be referred to
 * @param problems what is wrong with it
 */
record FieldView(
        String name,
        Look look,
        String label,
        @Nullable String hint,
        boolean required,
        List<Input> inputs,
        List<Choice> options,
        List<Suggestion> suggestions,
        List<String> problems) {

    FieldView {
        inputs = List.copyOf(inputs);
        options = List.copyOf(options);
        suggestions = List.copyOf(suggestions);
        problems = List.copyOf(problems);
    }

    /** How a field looks. */
    enum Look {
        LINES,
        AREAS,
        SELECT,
        CHECKS,
        FLAG,
        LIST,
        LINKS,
        SHORT
    }

    /** Identifier of the field on the page. */
    public String id() {
        return "f-" + name;
    }

    /** What a screen reader is told besides the label; null when there is nothing. */
    public @Nullable String described() {
        String hinted = hint == null ? "" : id() + "-hint";
        String faulty = problems.isEmpty() ? "" : id() + "-problem";
        String both = (hinted + " " + faulty).strip();
        return both.isEmpty() ? null : both;
    }

    /**
     * Where something is written.
     *
     * @param name of the parameter
     * @param lang language of the text; null where it has none
     * @param language its name in the reader's language; empty where it has none
     * @param about title of the entry that the value refers to; null if it is none
     */
    record Input(
            String id,
            String name,
            @Nullable String lang,
            String language,
            String value,
            @Nullable Text about) {}

    /**
     * What can be chosen.
     *
     * @param help what it means; empty where the label tells all
     */
    record Choice(String id, String value, String label, String help, boolean selected) {}

    /** An entry that can be referred to. */
    record Suggestion(String value, String label) {}
}
