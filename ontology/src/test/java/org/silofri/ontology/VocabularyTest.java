package org.silofri.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    @Test
    void hasAConstantForEachTermAndATermForEachConstant() {
        assertThat(constants()).isEqualTo(terms());
    }

    @Test
    void makesPropertiesOfPropertiesAndClassesOfClasses() {
        assertThat(terms())
                .allSatisfy(iri -> {
                    boolean isClass = term(iri).hasProperty(RDF.type, OWL.Class);
                    assertThat(Character.isUpperCase(term(iri).getLocalName().charAt(0)))
                            .as(iri)
                            .isEqualTo(isClass);
                });
    }

    @ParameterizedTest
    @MethodSource("terms")
    void labelsATermOnceInEachLanguage(String iri) {
        List<String> languages = new ArrayList<>();
        term(iri).listProperties(RDFS.label).forEach(s -> languages.add(s.getLanguage()));

        assertThat(languages).containsExactlyInAnyOrderElementsOf(Languages.ALL);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void explainsATermInEnglish(String iri) {
        assertThat(term(iri).getProperty(RDFS.comment, "en").getString()).endsWith(".");
    }

    @Test
    void namesForEachPropertyTheClassesThatMayCarryIt() {
        Property domain = Ontology.vocabulary().getProperty("https://schema.org/domainIncludes");
        Set<RDFNode> classes =
                Ontology.vocabulary().listSubjectsWithProperty(RDF.type, OWL.Class).toSet().stream()
                        .collect(Collectors.toSet());

        assertThat(terms().stream().filter(iri -> !term(iri).hasProperty(RDF.type, OWL.Class)))
                .allSatisfy(iri ->
                        assertThat(
                                        term(iri).listProperties(domain).toList().stream()
                                                .map(s -> s.getObject()))
                                .isNotEmpty()
                                .isSubsetOf(classes));
    }

    @Test
    void knowsItsOwnVersion() {
        assertThat(Ontology.versionOf(Ontology.VERSION_IRI)).contains(Ontology.VERSION);
        assertThat(Ontology.versionOf("https://w3id.org/silofri/ns/9.9")).isEmpty();
    }

    @Test
    void labelsATermInTheLanguageOfTheReader() {
        assertThat(Ontology.label(SF.Problem.getURI(), "fi-FI")).contains("Ongelma");
        assertThat(Ontology.label(SF.Problem.getURI(), "de")).contains("Problem");
        assertThat(Ontology.label(SF.NS + "nothing", "da")).isEmpty();
    }

    static Set<String> terms() {
        return Ontology.vocabulary().listSubjects().toList().stream()
                .map(Resource::getURI)
                .filter(iri -> iri.startsWith(SF.NS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants() {
        var named = new TreeMap<String, String>();
        Arrays.stream(SF.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> Resource.class.isAssignableFrom(field.getType()))
                .forEach(field -> {
                    try {
                        named.put(
                                ((Resource) field.get(null)).getURI(),
                                SF.NS + field.getName().replace("_", ""));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
        assertThat(named).allSatisfy((iri, name) -> assertThat(iri).isEqualTo(name));
        return new TreeSet<>(named.keySet());
    }

    private static Resource term(String iri) {
        return Ontology.vocabulary().getResource(iri);
    }
}
