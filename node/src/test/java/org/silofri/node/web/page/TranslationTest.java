package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for the slips that translators make, in every area's messages in every language. */
class TranslationTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Path SAME_AS_ENGLISH =
            Path.of("src/test/resources/org/silofri/node/web/page/same-as-english.txt");

    /** Examples of words in several languages. */
    private static final Set<String> EXAMPLES = Set.of("search.placeholder");

    /** Letters that the language writes in no word of its own. */
    private static final Map<String, Pattern> FOREIGN_LETTERS =
            Map.of(
                    "da", letters("äöðþ"),
                    "nb", letters("äöðþ"),
                    "nn", letters("äöðþ"),
                    "sv", letters("æøðþ"),
                    "fi", letters("æøåðþ"),
                    "is", letters("åäø"),
                    "en", letters("æøåäöðþ"));

    /** Frequent words of the neighbours that are none of the language's own. */
    private static final Map<String, Pattern> FOREIGN_WORDS =
            Map.of(
                    "da", words("av|byar|deg|frå|hva|ikkje|inte|noe|och|språk|städer"),
                    "nb", words("af|byar|dig|eit|frå|hvad|ikkje|inte|kva|noget|noko|och|sprog"),
                    "nn", words("af|bare|ble|byer|fra|hva|hver|hvor|ikke|inte|mye|noe|være"),
                    "sv", words("af|byer|fra|ikke|ikkje|kun|noget|og|også|sprog|til"),
                    "fi", words("and|the|och|ikke"),
                    "is", words("and|the|och|ikke"),
                    "en", words("og|och|ikke|organization|organizations"));

    /** Marks of quotation that others use, or use the other way round. */
    private static final Map<String, Pattern> FOREIGN_QUOTES =
            Map.of(
                    "da", Pattern.compile("[\"“”„]|«\\p{L}"),
                    "nb", Pattern.compile("[\"“”„]|»\\p{L}"),
                    "nn", Pattern.compile("[\"“”„]|»\\p{L}"),
                    "sv", Pattern.compile("[\"“„«»]"),
                    "fi", Pattern.compile("[\"“„«»]"),
                    "is", Pattern.compile("[\"”«»]"),
                    "en", Pattern.compile("[\"„«»]"));

    static Stream<Arguments> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            List<String> areas =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("_en.properties"))
                            .map(name -> name.replace("_en.properties", ""))
                            .sorted()
                            .toList();
            return areas.stream()
                    .flatMap(area ->
                            PageLanguage.OFFERED.stream()
                                    .map(language -> Arguments.of(area, language.getLanguage())));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void leavesNothingInEnglish(String area, String language) {
        Map<String, String> english = texts(area, "en");
        Set<String> allowed = sameAsEnglish(language);

        assertThat(texts(area, language))
                .allSatisfy((key, text) -> {
                    if (!language.equals("en") && saysSomething(text) && !allowed.contains(text)) {
                        assertThat(text).as(key).isNotEqualTo(english.get(key));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void keepsToItsOwnLettersAndWords(String area, String language) {
        assertThat(texts(area, language))
                .allSatisfy((key, text) -> {
                    if (!EXAMPLES.contains(key)) {
                        assertThat(text)
                                .as(key)
                                .doesNotContainPattern(FOREIGN_LETTERS.get(language));
                        assertThat(text).as(key).doesNotContainPattern(FOREIGN_WORDS.get(language));
                    }
                });
    }

    /** A text that tells none, one and several in English tells them in every language. */
    @ParameterizedTest
    @MethodSource("bundles")
    void countsFromTheSameNumbers(String area, String language) {
        Map<String, String> english = texts(area, "en");

        assertThat(texts(area, language))
                .allSatisfy((key, text) ->
                        assertThat(limits(text))
                                .as(key)
                                .containsAll(limits(english.getOrDefault(key, ""))));
    }

    /** 21 is singular in Icelandic: a branch that says "1" or "one" would be wrong of it. */
    @ParameterizedTest
    @MethodSource("bundles")
    void writesTheNumberOfAnIcelandicSingularAsItIs(String area, String language) {
        Pattern one = Pattern.compile("[{|,]1#[^|{}]*(1|\\bein(n|a|u|ni)?\\b|\\beitt\\b)");

        assertThat(texts(area, language))
                .allSatisfy((key, text) -> {
                    if (language.equals("is")) {
                        assertThat(text).as(key).doesNotContainPattern(one);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void quotesAsTheLanguageDoes(String area, String language) {
        Pattern foreign = FOREIGN_QUOTES.get(language);

        assertThat(texts(area, language))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(foreign));
    }

    private static List<Double> limits(String text) {
        return Arrays.stream(new MessageFormat(text).getFormats())
                .filter(ChoiceFormat.class::isInstance)
                .map(ChoiceFormat.class::cast)
                .flatMap(choice -> Arrays.stream(choice.getLimits()).boxed())
                .toList();
    }

    private static boolean saysSomething(String text) {
        return text.replaceAll("\\{[^}]*}|Silofri", "")
                        .codePoints()
                        .filter(Character::isLetter)
                        .count()
                > 1;
    }

    private static Set<String> sameAsEnglish(String language) {
        return lines(SAME_AS_ENGLISH).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": (?=[a-z ]+$)", 2))
                .filter(line -> List.of(line[1].split(" ")).contains(language))
                .map(line -> line[0])
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String area, String language) {
        Properties texts = new Properties();
        Path file = MESSAGES.resolve(area + "_" + language + ".properties");
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, texts::getProperty));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern letters(String letters) {
        return Pattern.compile(
                "[" + letters + "]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern words(String words) {
        return Pattern.compile(
                "(?<![\\p{L}/.-])(" + words + ")(?![\\p{L}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
