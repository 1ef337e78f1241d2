package org.silofri.catalogue.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.silofri.catalogue.entry.EntryIri;

/** Entries for tests: one conforming entry of each kind, and ways to spoil it. */
public final class Samples {

    public static final String BASE = "http://city.example/id/";
    private static final String VALID = read("valid.ttl");
    private static final Graph ALL = parse(VALID);

    private Samples() {}

    public static EntryIri iri(String local) {
        return new EntryIri(BASE + local);
    }

    /** A conforming entry, for example {@code problem/p1}, with its fragments. */
    public static Graph entry(String local) {
        Graph graph = GraphFactory.createDefaultGraph();
        String iri = BASE + local;
        ALL.find()
                .forEachRemaining(triple -> {
                    String subject = triple.getSubject().getURI();
                    if (subject.equals(iri) || subject.startsWith(iri + "#")) {
                        graph.add(triple);
                    }
                });
        return graph;
    }

    /**
     * A conforming entry after an edit.
     *
     * @param remove prefixed property that loses all its values, or empty
     * @param add Turtle to add; {@code <>} is the entry
     */
    public static Graph edited(String local, String remove, String add) {
        Graph graph = entry(local);
        if (!remove.isEmpty()) {
            String expanded = Objects.requireNonNull(prefixes().expand(remove), remove);
            graph.remove(Node.ANY, NodeFactory.createURI(expanded), Node.ANY);
        }
        String prefixes = VALID.substring(0, VALID.indexOf("@base"));
        Graph more =
                parse(
                        prefixes
                                + "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                                + "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
                                + "@prefix sdo: <http://schema.org/> .\n"
                                + "@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .\n"
                                + "@prefix person: <http://www.w3.org/ns/person#> .\n"
                                + "@base <%s%s> .\n%s".formatted(BASE, local, add));
        more.find().forEachRemaining(graph::add);
        return graph;
    }

    public static PrefixMap prefixes() {
        PrefixMap map = PrefixMapFactory.create();
        map.putAll(ALL.getPrefixMapping());
        return map;
    }

    public static Graph parse(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    public static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
