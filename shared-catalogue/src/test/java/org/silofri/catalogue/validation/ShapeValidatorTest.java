package org.silofri.catalogue.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.validation.ValidationOutcome.Conforms;
import org.silofri.catalogue.validation.ValidationOutcome.Violations;
import org.silofri.ontology.Languages;
import org.silofri.ontology.Ontology;

class ShapeValidatorTest {

    private static final ShapeValidator VALIDATOR = new ShapeValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problem/p1",
                "pilot/t1",
                "solution/s1",
                "result/r1",
                "scaling-event/e1",
                "goal/g1",
                "target/m1",
                "indicator/i1",
                "partner/a1",
                "member/stavanger"
            })
    void acceptsAConformingEntryOfEachKind(String local) {
        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri(local), Samples.entry(local));

        assertThat(outcome).isEqualTo(new Conforms(List.of()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsTheFieldAndTheRemedyInEveryLanguage(Case refused) {
        Graph data = Samples.edited(refused.entry, refused.remove, refused.add);

        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri(refused.entry), data);

        assertThat(outcome.findings())
                .filteredOn(finding -> finding.rule().endsWith("#" + refused.rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo(Samples.prefixes().expand(refused.field));
                    assertThat(finding.messages()).hasSize(7);
                    assertThat(finding.remedies().keySet())
                            .containsExactlyInAnyOrderElementsOf(Languages.ALL);
                });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void letsAdviceThroughAndNothingElse(Case refused) {
        Graph data = Samples.edited(refused.entry, refused.remove, refused.add);

        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri(refused.entry), data);

        assertThat(outcome instanceof Conforms).isEqualTo(refused.rule.endsWith("-advised"));
    }

    @Test
    void hasACaseForEveryRule() {
        Set<String> rules =
                Ontology.shapes(Ontology.VERSION)
                        .find(Node.ANY, SHACL.message, Node.ANY)
                        .mapWith(triple -> triple.getSubject().getURI())
                        .mapWith(iri -> iri.substring(iri.indexOf('#') + 1))
                        .toSet();
        rules.removeIf(rule -> rule.startsWith("person-"));
        Set<String> cases = refused().map(Case::rule).collect(Collectors.toSet());

        assertThat(cases).containsAll(rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org:hasMember",
                "org:headOf",
                "foaf:mbox",
                "foaf:givenName",
                "schema:familyName",
                "schema:birthDate",
                "schema:employee",
                "vcard:hasEmail",
                "person:birthName"
            })
    void refusesPropertiesThatStandForPeople(String property) {
        Graph data = Samples.edited("problem/p1", "", "<#x> %s <#y> .".formatted(property));

        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri("problem/p1"), data);

        assertThat(outcome).isInstanceOf(Violations.class);
        assertThat(outcome.findings().getFirst().message("da"))
                .isEqualTo("Posten indeholder oplysninger om en person.");
    }

    @Test
    void writesEveryMessageAsWhatIsWrongAndWhatToDo() {
        List<String> languages = new ArrayList<>();
        Set<Node> shapes = new HashSet<>();

        Ontology.shapes(Ontology.VERSION)
                .find(Node.ANY, SHACL.message, Node.ANY)
                .forEachRemaining(triple -> {
                    shapes.add(triple.getSubject());
                    languages.add(triple.getObject().getLiteralLanguage());
                });

        assertThat(languages).hasSize(7 * shapes.size());
        assertThat(Set.copyOf(languages)).containsExactlyInAnyOrderElementsOf(Languages.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "mette.jensen@kk.dk,personal-email",
        "CPR 211062-5629,national-id",
        "tlf. 33 66 33 66,phone-outside-contact"
    })
    void refusesPersonalDataInText(String text, String rule) {
        Graph data = Samples.edited("goal/g1", "", "<> dcterms:source \"%s\" .".formatted(text));

        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri("goal/g1"), data);

        assertThat(outcome.findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).endsWith("#" + rule);
                    assertThat(finding.blocks()).isTrue();
                    assertThat(finding.remedies()).hasSize(7);
                });
    }

    @ParameterizedTest
    @CsvSource({"Mappen 2110625629 er lukket", "Borgmester Ole Hansen åbnede"})
    void asksAboutWhatOnlyLooksPersonal(String text) {
        Graph data = Samples.edited("goal/g1", "", "<> dcterms:source \"%s\" .".formatted(text));

        ValidationOutcome outcome = VALIDATOR.validate(Samples.iri("goal/g1"), data);

        assertThat(outcome).isInstanceOf(Conforms.class);
        assertThat(outcome.findings()).hasSize(1);
    }

    @Test
    void leavesOtherVocabulariesFree() {
        Graph data =
                Samples.edited(
                        "problem/p1", "", "<> dcat:landingPage <http://x.example> ; a dcat:Role .");

        assertThat(VALIDATOR.validate(Samples.iri("problem/p1"), data))
                .isInstanceOf(Conforms.class);
    }

    @Test
    void reportsAsAValidationReport() {
        Graph data = Samples.edited("problem/p1", "dcterms:license", "");

        Graph report = VALIDATOR.validate(Samples.iri("problem/p1"), data).report();

        assertThat(report.find(Node.ANY, SHACL.resultMessage, Node.ANY).toList()).hasSize(7);
        assertThat(report.contains(Node.ANY, SHACL.resultSeverity, SHACL.Violation)).isTrue();
        assertThat(report.contains(Node.ANY, SHACL.resultPath, Node.ANY)).isTrue();
    }

    @Test
    void tellsAHundredFindingsAtMost() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            many.append("<> sf:partner \"partner ").append(i).append("\" .\n");
        }
        Graph data = Samples.edited("problem/p1", "", many.toString());

        assertThat(VALIDATOR.validate(Samples.iri("problem/p1"), data).findings()).hasSize(100);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() ->
                        VALIDATOR.validate(Samples.iri("goal/g1"), Samples.entry("goal/g1"), "9.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("upgrade the node");
    }

    @Test
    void givesManyThreadsTheSameAnswer() throws Exception {
        Graph bad = Samples.edited("target/m1", "sf:unit", "");
        List<Future<ValidationOutcome>> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 400; i++) {
                answers.add(
                        threads.submit(() -> VALIDATOR.validate(Samples.iri("target/m1"), bad)));
            }
        }

        Set<ValidationOutcome> distinct = new HashSet<>();
        for (Future<ValidationOutcome> answer : answers) {
            distinct.add(answer.get());
        }
        assertThat(distinct).singleElement().isInstanceOf(Violations.class);
    }

    static Stream<Case> refused() {
        return Samples.read("refused.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells ->
                        new Case(
                                cells[0].strip(),
                                cells[1].strip(),
                                cells[2].strip(),
                                cells[3].strip(),
                                cells[4].strip()));
    }

    record Case(String rule, String entry, String remove, String add, String field) {}
}
