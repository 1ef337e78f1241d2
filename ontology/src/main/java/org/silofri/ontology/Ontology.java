package org.silofri.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.vocabulary.RDFS;

/**
 * The released versions of the vocabulary. A released version never changes and stays shipped, so
 * that an old event is checked by the version that its {@code dataschema} names (WIRE). All graphs
 * given out are read-only and safe for use by many threads.
 */
public final class Ontology {

    /** Newest version, the one that new events are written with. */
    public static final String VERSION = "1.0";

    private static final String VERSIONS = "https://w3id.org/silofri/ns/";

    /** IRI of the newest version: {@code dataschema} of new events. */
    public static final String VERSION_IRI = VERSIONS + VERSION;

    private static final List<String> KNOWN = List.of(VERSION);
    private static final Model VOCABULARY = model("silofri.ttl");
    private static final Model SCHEMES = model("schemes.ttl");

    private Ontology() {}

    /** Numbers of all versions that this release knows, oldest first. */
    public static List<String> versions() {
        return KNOWN;
    }

    /**
     * The version number that a version IRI names.
     *
     * @param versionIri as in an envelope's {@code dataschema}
     * @return empty when this release does not know the version
     */
    public static Optional<String> versionOf(String versionIri) {
        return KNOWN.stream().filter(version -> versionIri.equals(VERSIONS + version)).findFirst();
    }

    /** Classes and properties of the newest version. */
    public static Model vocabulary() {
        return VOCABULARY;
    }

    /** The SKOS schemes of the newest version; {@link CodeList} gives typed access. */
    public static Model schemes() {
        return SCHEMES;
    }

    /**
     * Classes and properties of a version.
     *
     * @throws IllegalArgumentException if the version is not one of {@link #versions()}
     */
    public static Graph vocabulary(String version) {
        return graph(version, "silofri.ttl");
    }

    /**
     * SHACL shapes of a version. Parses anew at each call; keep the result.
     *
     * @throws IllegalArgumentException if the version is not one of {@link #versions()}
     */
    public static Graph shapes(String version) {
        return graph(version, "shapes.ttl");
    }

    /** JSON-LD 1.1 context of the newest version as text; usable without a network. */
    public static String context() {
        return text(VERSION, "context.jsonld");
    }

    /**
     * A shipped file as text, to be served as it is.
     *
     * @param file {@code silofri.ttl}, {@code schemes.ttl}, {@code shapes.ttl} or {@code
     *     context.jsonld}
     * @throws IllegalArgumentException if there is no such version or file
     */
    public static String text(String version, String file) {
        try (InputStream in = open(version, file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Label of a class or property of the vocabulary.
     *
     * @param termIri for example {@code https://w3id.org/silofri/ns#verdict}
     * @param language BCP 47 tag; English when the language has none
     * @return empty when the vocabulary has no such term
     */
    public static Optional<String> label(String termIri, String language) {
        Map<String, String> labels = new TreeMap<>();
        VOCABULARY
                .getResource(termIri)
                .listProperties(RDFS.label)
                .forEach(statement -> {
                    Literal label = statement.getLiteral();
                    labels.put(label.getLanguage(), label.getString());
                });
        return Languages.pick(labels, language);
    }

    private static Model model(String file) {
        return ModelFactory.createModelForGraph(graph(VERSION, file));
    }

    private static Graph graph(String version, String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = open(version, file)) {
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GraphReadOnly(graph);
    }

    private static InputStream open(String version, String file) {
        if (!KNOWN.contains(version)) {
            throw new IllegalArgumentException(
                    "Ontology version %s is not known; upgrade the node".formatted(version));
        }
        InputStream in = Ontology.class.getResourceAsStream(version + "/" + file);
        if (in == null) {
            throw new IllegalArgumentException(
                    "Ontology version %s has no file %s".formatted(version, file));
        }
        return in;
    }
}
