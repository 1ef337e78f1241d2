package org.silofri.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.SKOS;

/** The network's own SKOS schemes in the version {@link Ontology#VERSION}. */
public enum CodeList {
    /** What an entry is about. */
    THEME("theme"),
    /** Where an effect shows. */
    EFFECT_LEVEL("effect-level"),
    /** What became of a hypothesis. */
    VERDICT("verdict"),
    /** Steps of the scaling ladder, lowest first. */
    RUNG("rung"),
    /** What sort of organisation a partner is. */
    PARTNER_KIND("partner-kind"),
    /** How far a pilot has come. */
    STATUS("status"),
    /** The kinds of entries, as written in entry IRIs. */
    KIND("kind"),
    /** What a city says to a lead proposal. */
    ANSWER("answer"),
    /** The part of a city in the work on a shared problem. */
    ROLE("role");

    private static final String BASE = "https://w3id.org/silofri/ns/";
    private static final Property POSITION =
            ResourceFactory.createProperty("https://schema.org/position");

    private final String notation;

    CodeList(String notation) {
        this.notation = notation;
    }

    /** Name of the scheme, for example {@code effect-level}. */
    public String notation() {
        return notation;
    }

    /** IRI of the SKOS concept scheme. */
    public String iri() {
        return BASE + notation;
    }

    /** IRI that a concept with this notation has; the concept need not exist. */
    public String iriOf(String concept) {
        return iri() + "/" + concept;
    }

    /** All concepts in the order in which they are shown; for {@link #RUNG} lowest first. */
    public List<Concept> concepts() {
        return Loaded.CONCEPTS.getOrDefault(this, List.of());
    }

    /** The concept with this notation. */
    public Optional<Concept> concept(String conceptNotation) {
        return concepts().stream().filter(c -> c.notation().equals(conceptNotation)).findFirst();
    }

    /** The concept of this list with this IRI. */
    public Optional<Concept> byIri(String iri) {
        return Optional.ofNullable(Loaded.BY_IRI.get(iri)).filter(c -> c.list() == this);
    }

    /** The concept of any list with this IRI. */
    public static Optional<Concept> anyByIri(String iri) {
        return Optional.ofNullable(Loaded.BY_IRI.get(iri));
    }

    /**
     * Label of the list itself, as a heading.
     *
     * @param language BCP 47 tag; English when the language has none
     */
    public String label(String language) {
        return Languages.pick(Loaded.HEADINGS.getOrDefault(this, Map.of()), language)
                .orElse(notation);
    }

    private static final class Loaded {
        private static final Map<CodeList, List<Concept>> CONCEPTS = new TreeMap<>();
        private static final Map<CodeList, Map<String, String>> HEADINGS = new TreeMap<>();
        private static final Map<String, Concept> BY_IRI = new TreeMap<>();

        static {
            Model schemes = Ontology.schemes();
            for (CodeList list : values()) {
                HEADINGS.put(list, labels(schemes.getResource(list.iri())));
                List<Concept> concepts = read(schemes, list);
                CONCEPTS.put(list, concepts);
                concepts.forEach(concept -> BY_IRI.put(concept.iri(), concept));
            }
        }

        private Loaded() {}

        private static List<Concept> read(Model schemes, CodeList list) {
            List<Resource> resources = new ArrayList<>();
            schemes.listSubjectsWithProperty(SKOS.inScheme, schemes.getResource(list.iri()))
                    .forEach(resources::add);
            resources.sort(Comparator.comparingInt(r -> r.getProperty(POSITION).getInt()));
            return resources.stream().map(resource -> concept(list, resource)).toList();
        }

        private static Concept concept(CodeList list, Resource resource) {
            return new Concept(
                    list,
                    resource.getProperty(SKOS.notation).getString(),
                    resource.getURI(),
                    labels(resource),
                    resource.getProperty(SKOS.definition).getString());
        }

        private static Map<String, String> labels(Resource resource) {
            Map<String, String> labels = new TreeMap<>();
            resource.listProperties(SKOS.prefLabel)
                    .forEach(statement -> {
                        Literal label = statement.getLiteral();
                        labels.put(label.getLanguage(), label.getString());
                    });
            return labels;
        }
    }
}
