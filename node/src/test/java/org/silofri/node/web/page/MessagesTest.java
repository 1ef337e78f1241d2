package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*[A-Za-zÆØÅæøå]{3,}[^<>]*)<");

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(keys("en")).isEqualTo(keys("da"));
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
        assertThat(keys("en")).containsAll(used);
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

    @Test
    void writesFormsThatJavaReads() {
        for (String language : List.of("en", "da")) {
            Properties texts = texts(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);

                assertThat(new MessageFormat(text).toPattern()).as(key).isNotEmpty();
                assertThat(text).as(key).doesNotContain("'");
            }
        }
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(texts(language).stringPropertyNames());
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (Reader in =
                new InputStreamReader(
                        MessagesTest.class.getResourceAsStream(
                                "/messages_" + language + ".properties"),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
