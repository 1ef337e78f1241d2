package org.silofri.catalogue.validation.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.validation.Samples;

/** F14: what is personal is found, and ordinary text is left alone. */
class PersonalDataTest {

    private static final String ENTRY = "problem/p1";

    @ParameterizedTest
    @MethodSource("personal")
    void findsPersonalDataInText(String rule, String text) {
        assertThat(findings("dcterms:description", text))
                .extracting(PersonalDataTest::name)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void leavesOrdinarySentencesAlone(String text) {
        assertThat(findings("dcterms:description", text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void leavesOrdinarySentencesAloneWhenTheyAreASource(String text) {
        assertThat(findings("dcterms:source", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "post@city.example,",
        "info@klima.stavanger.kommune.no,",
        "smart-city@kk.dk,",
        "kirjaamo@hel.fi,",
        "postur@reykjavik.is,",
        "tmf.data@kk.dk,",
        "nordhavn@kk.dk,unsure-email",
        "mette.jensen@kk.dk,personal-email",
        "post@gmail.com,personal-email",
        "mj12@kk.dk,personal-email"
    })
    void judgesTheMailboxOfAContactPoint(String address, String rule) {
        Graph data =
                Samples.edited(
                        ENTRY,
                        "schema:email",
                        "<#contact> schema:email \"%s\" .".formatted(address));

        assertThat(PersonalData.check(Samples.iri(ENTRY), data))
                .extracting(PersonalDataTest::name)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void allowsATelephoneInAContactPointOnly() {
        Graph data = Samples.edited(ENTRY, "", "<> schema:telephone \"33 66 33 66\" .");

        assertThat(PersonalData.check(Samples.iri(ENTRY), data))
                .extracting(PersonalDataTest::name)
                .containsExactly("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<mailto:mette.jensen@kk.dk>", "<tel:+4533663366>"})
    void readsReferencesThatAreAddressesOfPeople(String reference) {
        Graph data = Samples.edited(ENTRY, "", "<> sf:evidence %s .".formatted(reference));

        assertThat(PersonalData.check(Samples.iri(ENTRY), data)).hasSize(1);
    }

    @Test
    void readsTheKeyInTheAddressOfTheEntry() {
        assertThat(PersonalData.check(Samples.iri("problem/211062-5629"), Samples.entry(ENTRY)))
                .extracting(PersonalDataTest::name)
                .containsExactly("national-id");
    }

    @Test
    void leavesNumbersAlone() {
        Graph data =
                Samples.edited(ENTRY, "", "<> sf:affects 2110625629 ; schema:value 211062.5629 .");

        assertThat(PersonalData.check(Samples.iri(ENTRY), data)).isEmpty();
    }

    static Stream<Object[]> personal() {
        return lines("personal.txt")
                .map(line -> line.split(" \\| ", 2))
                .map(cells -> (Object[]) cells);
    }

    static Stream<String> ordinary() {
        return lines("ordinary.txt");
    }

    private static Stream<String> lines(String file) {
        return Samples.read("personal/" + file).lines().filter(line -> !line.startsWith("#"));
    }

    private static List<PersonalFind> findings(String property, String text) {
        Graph data = Samples.entry("goal/g1");
        data.add(
                NodeFactory.createURI(Samples.BASE + "goal/g1"),
                NodeFactory.createURI(Samples.prefixes().expand(property)),
                NodeFactory.createLiteralLang(text, "da"));
        return PersonalData.check(Samples.iri("goal/g1"), data);
    }

    private static String name(PersonalFind find) {
        return find.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
