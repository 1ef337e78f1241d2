package org.silofri.ontology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels and messages that a translator took from the neighbouring language by mistake. */
class TranslationTest {

    private static final Map<String, Pattern> FOREIGN =
            Map.of(
                    "da", pattern("äöðþ", "av|eit|frå|hva|ikkje|inte|och|språk"),
                    "nb", pattern("äöðþ", "af|eit|frå|hvad|ikkje|inte|kva|och|post|posten|sprog"),
                    "nn", pattern("äöðþ", "af|et|fra|hva|hver|ikke|inte|post|posten"),
                    "sv", pattern("æøðþ", "af|fra|ikke|ikkje|og|sprog|til"),
                    "fi", pattern("æøåðþ", "and|och|the"),
                    "is", pattern("åäø", "and|og så|the"),
                    "en", pattern("æøåäöðþ", "og|och|organization"));

    static List<String> languages() {
        return Languages.ALL;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void keepsToItsOwnLettersAndWords(String language) {
        Pattern foreign = requireNonNull(FOREIGN.get(language));

        assertThat(texts(language)).isNotEmpty().noneMatch(text -> foreign.matcher(text).find());
    }

    private static List<String> texts(String language) {
        return Stream.of(
                        Ontology.vocabulary().getGraph(),
                        Ontology.schemes().getGraph(),
                        Ontology.shapes(Ontology.VERSION))
                .flatMap(TranslationTest::literals)
                .filter(literal -> literal.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .toList();
    }

    private static Stream<Node> literals(Graph graph) {
        return graph.stream().map(Triple::getObject).filter(Node::isLiteral);
    }

    private static Pattern pattern(String letters, String words) {
        return Pattern.compile(
                "[" + letters + "]|(?<![\\p{L}/.-])(" + words + ")(?![\\p{L}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
