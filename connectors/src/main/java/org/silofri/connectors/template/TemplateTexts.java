package org.silofri.connectors.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/** The words of the template in one language, from {@code template_{language}.properties}. */
final class TemplateTexts {

    private final Properties texts = new Properties();

    TemplateTexts(String language) {
        String file = "template_" + language + ".properties";
        try (InputStream in = TemplateTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No template in language " + language);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text.
     *
     * @throws IllegalArgumentException if the language lacks it
     */
    String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("The template has no text " + key);
        }
        return text;
    }

    /** The instructions, line by line: {@code help.1}, {@code help.2} … */
    List<String> help() {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "help." + n)
                .takeWhile(texts::containsKey)
                .map(this::text)
                .toList();
    }
}
