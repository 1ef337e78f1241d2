package org.silofri.node.web.write.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.silofri.catalogue.entry.EntryKind;

/**
 * What somebody has typed into a form, by parameter; nothing in it is checked, but there are no
 * other parameters than the form's.
 *
 * @param values lines by parameter; none is blank
 */
public record Entered(Map<String, List<String>> values) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MOST_LANGUAGES = 12;
    private static final int MOST_VALUES = 100;
    private static final int MOST_CHARACTERS = 50_000;

    /** Copies, in order. */
    public Entered {
        values = new LinkedHashMap<>(values);
    }

    /** Nothing typed. */
    public static Entered none() {
        return new Entered(Map.of());
    }

    /** Keeps of the parameters of a request those that the form of that kind has. */
    public static Entered of(EntryKind kind, Map<String, List<String>> parameters) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        Set<String> languages = new LinkedHashSet<>();
        for (String tag : parameters.getOrDefault(Fields.LANGUAGES, List.of())) {
            if (LANGUAGE.matcher(tag).matches() && languages.size() < MOST_LANGUAGES) {
                languages.add(tag);
            }
        }
        if (!languages.isEmpty()) {
            kept.put(Fields.LANGUAGES, List.copyOf(languages));
        }
        for (Field field : Fields.of(kind)) {
            names(field, languages)
                    .forEach(name -> {
                        List<String> lines = lines(field, parameters.getOrDefault(name, List.of()));
                        if (!lines.isEmpty()) {
                            kept.put(name, lines);
                        }
                    });
        }
        return new Entered(kept);
    }

    private static List<String> names(Field field, Set<String> languages) {
        return field.type().byLanguage()
                ? languages.stream().map(field::in).toList()
                : List.of(field.name());
    }

    private static List<String> lines(Field field, List<String> sent) {
        List<String> lines = new ArrayList<>();
        for (String value : sent) {
            String text = value.replace("\r\n", "\n").replace('\r', '\n');
            String cut = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
            if (field.type().byLine()) {
                cut.lines().map(String::strip).forEach(lines::add);
            } else {
                lines.add(cut.strip());
            }
        }
        return lines.stream().filter(line -> !line.isEmpty()).limit(MOST_VALUES).toList();
    }

    /** The lines of a parameter; empty when it was left empty. */
    public List<String> all(String parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    /** The first line of a parameter. */
    public Optional<String> first(String parameter) {
        return all(parameter).stream().findFirst();
    }

    /** A parameter as the one text that a field of the form shows. */
    public String shown(String parameter) {
        return String.join("\n", all(parameter));
    }

    /** The languages of the form: the reader's, then those that were added or have a text. */
    public List<String> languages(String reader) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(reader);
        languages.addAll(all(Fields.LANGUAGES));
        return List.copyOf(languages);
    }

    /** The texts of a field by language. */
    public Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : all(Fields.LANGUAGES)) {
            first(field + "." + language).ifPresent(text -> texts.put(language, text));
        }
        return texts;
    }

    /** The same with one parameter replaced; an empty list takes it away. */
    public Entered with(String parameter, List<String> lines) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (lines.isEmpty()) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, List.copyOf(lines));
        }
        return new Entered(changed);
    }

    /** The same with one more language. */
    public Entered withLanguage(String tag) {
        Set<String> languages = new LinkedHashSet<>(all(Fields.LANGUAGES));
        if (LANGUAGE.matcher(tag).matches() && languages.size() < MOST_LANGUAGES) {
            languages.add(tag);
        }
        return with(Fields.LANGUAGES, List.copyOf(languages));
    }
}
