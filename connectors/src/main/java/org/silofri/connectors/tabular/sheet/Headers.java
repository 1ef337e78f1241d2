package org.silofri.connectors.tabular.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write above columns, in the network's languages. */
public final class Headers {

    /** The languages in which headers are understood. */
    public static final List<String> LANGUAGES = List.of("en", "da", "nb", "nn", "sv", "fi", "is");

    private static final Pattern WITH_LANGUAGE =
            Pattern.compile(
                    "(.+?) (?:\\(%1$s\\)|%1$s)".formatted("([a-z]{2,3}(?:-[a-z0-9]{2,8})*)"));
    private static final Map<String, Column> NAMES = names();

    private Headers() {}

    /**
     * What a header means.
     *
     * @param language tag in lower case; empty when the header has none
     */
    record Meaning(Column column, String language) {}

    /** The header's meaning; empty when no column is called so. */
    static Optional<Meaning> meaning(String header) {
        String name = normalise(header);
        Column exact = NAMES.get(name);
        if (exact != null) {
            return Optional.of(new Meaning(exact, ""));
        }
        Matcher matcher = WITH_LANGUAGE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Column column = NAMES.get(matcher.group(1));
        String language = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return column != null && column.inLanguages()
                ? Optional.of(new Meaning(column, language))
                : Optional.empty();
    }

    /** What a template in this language shows above the column. */
    public static String shown(Column column, String language) {
        String names = properties(language).getProperty(column.key());
        return names.split("\\|", -1)[0].strip();
    }

    private static Map<String, Column> names() {
        Map<String, Column> names = new HashMap<>();
        Map<String, Column> byKey = new HashMap<>();
        for (Column column : Column.values()) {
            byKey.put(column.key(), column);
            names.put(normalise(column.key()), column);
        }
        for (String language : LANGUAGES) {
            properties(language)
                    .forEach((key, list) -> addNames(names, byKey.get(key), (String) list));
        }
        return Map.copyOf(names);
    }

    private static void addNames(
            Map<String, Column> names,
            @org.jspecify.annotations.Nullable Column column,
            String list) {
        if (column == null) {
            throw new IllegalStateException("A columns file names a column that is none: " + list);
        }
        for (String name : list.split("\\|", -1)) {
            Column other = names.put(normalise(name), column);
            if (other != null && other != column) {
                throw new IllegalStateException(
                        "\"%s\" names %s and %s".formatted(name.strip(), other, column));
            }
        }
    }

    private static String normalise(String header) {
        return header.strip().replaceAll("[\\s_]+", " ").toLowerCase(Locale.ROOT);
    }

    private static Properties properties(String language) {
        Properties properties = new Properties();
        String file = "columns_" + language + ".properties";
        try (InputStream in = Headers.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No headers in language " + language);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
