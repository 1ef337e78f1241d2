package org.silofri.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListTest {

    @ParameterizedTest
    @MethodSource("concepts")
    void labelsAConceptOnceInEachLanguage(Concept concept) {
        List<String> languages =
                Ontology.schemes()
                        .getResource(concept.iri())
                        .listProperties(SKOS.prefLabel)
                        .mapWith(statement -> statement.getLanguage())
                        .toList();

        assertThat(languages).containsExactlyInAnyOrderElementsOf(Languages.ALL);
        assertThat(concept.labels().values()).noneMatch(String::isBlank);
        assertThat(concept.definition()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("concepts")
    void namesAConceptByItsSchemeAndNotation(Concept concept) {
        assertThat(concept.iri()).isEqualTo(concept.list().iriOf(concept.notation()));
        assertThat(concept.notation()).matches("[a-z-]+");
        assertThat(CodeList.anyByIri(concept.iri())).contains(concept);
    }

    @ParameterizedTest
    @EnumSource
    void givesNoTwoConceptsOfAListTheSameLabel(CodeList list) {
        for (String language : Languages.ALL) {
            assertThat(list.concepts().stream().map(concept -> concept.label(language)))
                    .as(language)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void headsAListInEachLanguage(CodeList list) {
        assertThat(
                        Ontology.schemes()
                                .getResource(list.iri())
                                .listProperties(SKOS.prefLabel)
                                .toList())
                .hasSize(Languages.ALL.size());
        assertThat(list.label("da")).isNotEqualTo(list.notation());
    }

    @Test
    void readsEveryConceptOfTheTurtle() {
        assertThat(concepts().map(Concept::iri))
                .containsExactlyInAnyOrderElementsOf(
                        Ontology.schemes()
                                .listSubjectsWithProperty(RDF.type, SKOS.Concept)
                                .mapWith(resource -> resource.getURI())
                                .toList());
    }

    @Test
    void keepsTheOrderOfTheLadder() {
        assertThat(CodeList.RUNG.concepts().stream().map(Concept::notation))
                .containsExactly(
                        "lab",
                        "site",
                        "district",
                        "city",
                        "operations",
                        "other-city",
                        "joint-procurement");
    }

    @Test
    void hasFourteenThemes() {
        assertThat(CodeList.THEME.concepts()).hasSize(14);
    }

    @Test
    void fallsBackToEnglish() {
        Concept parking = CodeList.THEME.concept("parking").orElseThrow();

        assertThat(parking.label("no")).isEqualTo("Parkering");
        assertThat(parking.label("se")).isEqualTo("Parking");
        assertThat(CodeList.THEME.byIri(CodeList.STATUS.iriOf("running"))).isEmpty();
    }

    @Test
    void hasAClassForEachKind() {
        assertThat(CodeList.KIND.concepts())
                .allSatisfy(kind ->
                        assertThat(Ontology.label(SF.NS + pascal(kind.notation()), "en"))
                                .contains(kind.label("en")));
    }

    static Stream<Concept> concepts() {
        return Arrays.stream(CodeList.values()).flatMap(list -> list.concepts().stream());
    }

    private static String pascal(String notation) {
        StringBuilder name = new StringBuilder();
        for (String part : notation.split("-", -1)) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return name.toString();
    }
}
