package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}{3,}[^<>]*)<");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /** Every area of the pages, for example {@code pages}. */
    private static Stream<String> areas() throws IOException {
        return files(MESSAGES, "_en.properties").stream()
                .map(file -> file.getFileName().toString().replace("_en.properties", ""));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void hasEveryTextInEveryLanguage(String area) {
        for (Locale language : PageLanguage.OFFERED) {
            assertThat(keys(area, language.getLanguage()))
                    .as("%s in %s", area, language)
                    .isEqualTo(keys(area, "en"));
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void usesTheSameArgumentsInEveryLanguage(String area) {
        for (Locale language : PageLanguage.OFFERED) {
            Properties texts = texts(area, language.getLanguage());
            for (String key : keys(area, "en")) {
                assertThat(arguments(texts.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(arguments(texts(area, "en").getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void writesFormsThatJavaReads(String area) {
        for (Locale language : PageLanguage.OFFERED) {
            Properties texts = texts(area, language.getLanguage());
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);

                assertThat(new MessageFormat(text).toPattern()).as(key).isNotEmpty();
                assertThat(text).as("%s in %s", key, language).doesNotContain("'");
            }
        }
    }

    @Test
    void hasNoKeyInTwoAreas() throws IOException {
        List<String> all = areas().flatMap(area -> keys(area, "en").stream()).toList();

        assertThat(all).hasSameSizeAs(new HashSet<>(all));
    }

    @Test
    void hasEveryTextThatATemplateShows() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path template : templates()) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(areas().flatMap(area -> keys(area, "en").stream())).containsAll(used);
    }

    @Test
    void hasNoTextOutsideTheMessageFiles() throws IOException {
        for (Path template : templates()) {
            String html = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");

            Set<String> texts = new TreeSet<>();
            Matcher matcher = TEXT.matcher(html);
            while (matcher.find()) {
                texts.add(matcher.group(1).strip());
            }

            // the name of the network is the same in every language
            assertThat(texts).as(template.toString()).isSubsetOf("Silofri");
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String area, String language) {
        return new TreeSet<>(texts(area, language).stringPropertyNames());
    }

    private static Properties texts(String area, String language) {
        Properties texts = new Properties();
        Path file = MESSAGES.resolve(area + "_" + language + ".properties");
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> templates() throws IOException {
        return files(TEMPLATES, ".html");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
