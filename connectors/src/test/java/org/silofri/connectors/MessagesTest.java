package org.silofri.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.ontology.Languages;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");
    private static final Pattern USED =
            Pattern.compile("\"((?:cell|file|row|column|ckan|template)\\.[a-z-]+)\"");

    static List<String> languages() {
        return Languages.ALL;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKeyStandsInEveryLanguage(String language) throws Exception {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsTranslatedWithItsArguments(String language) throws Exception {
        Properties english = texts("en");

        for (String key : keys(language)) {
            String text = texts(language).getProperty(key);

            assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getProperty(key)));
            if (!language.equals("en")) {
                assertThat(text).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    @Test
    void everyKeyHasItsRemedy() throws Exception {
        Set<String> english = keys("en");

        assertThat(
                        english.stream()
                                .filter(key -> !key.endsWith(".remedy"))
                                .filter(key -> !key.startsWith("template.")))
                .allMatch(key -> english.contains(key + ".remedy"));
    }

    @Test
    void everyKeyOfTheCodeHasATextAndEachTextIsUsed() throws Exception {
        Set<String> texts =
                keys("en").stream()
                        .filter(key -> !key.endsWith(".remedy"))
                        .collect(Collectors.toSet());

        assertThat(usedInCode()).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void fillsInArgumentsAndFallsBackToEnglish() {
        Message message = Message.of("cell.year", "20");

        assertThat(message.in("da")).isEqualTo("\"20\" er ikke et årstal");
        assertThat(message.in("is")).isEqualTo("„20“ er ekki ártal");
        assertThat(message.in("de")).isEqualTo("\"20\" is no year");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(texts(language).stringPropertyNames());
    }

    private static Properties texts(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(
                        MessagesTest.class.getResourceAsStream(
                                "messages_" + language + ".properties"),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> usedInCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> USED.matcher(read(file)).results())
                    .map(result -> result.group(1))
                    .filter(key -> !key.equals("row.shape"))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
