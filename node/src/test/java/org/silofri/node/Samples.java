package org.silofri.node;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;

/** Entries for tests. */
public final class Samples {

    private Samples() {}

    private static final String PROBLEM =
            """
            PREFIX sf: <https://w3id.org/silofri/ns#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            <%s> a sf:Problem ;
                dcterms:title "%s"@da ;
                dcterms:description "Et behov, beskrevet uden løsning."@da ;
                dcterms:subject <https://w3id.org/silofri/ns/theme/mobility> ;
                dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
                dcterms:source <https://example.org/source> .
            """;

    /** A sound problem about {@link Candidate#NEW}. */
    public static Graph problem(String danishTitle) {
        return RDFParser.fromString(PROBLEM.formatted(Candidate.NEW, danishTitle), Lang.TURTLE)
                .toGraph();
    }

    /** A sound problem about {@code <>}, as it is sent to the API. */
    public static String turtle(String danishTitle) {
        return PROBLEM.formatted("", danishTitle);
    }

    /** A sound problem as it stands in a log. */
    public static Graph problem(EntryIri entry, BaseIri publisher) {
        return problem(entry, publisher, entry.key());
    }

    /** A sound problem as it stands in a log. */
    public static Graph problem(EntryIri entry, BaseIri publisher, String danishTitle) {
        Graph graph =
                RDFParser.fromString(PROBLEM.formatted(entry, danishTitle), Lang.TURTLE).toGraph();
        graph.add(
                NodeFactory.createURI(entry.value()),
                DCTerms.publisher.asNode(),
                NodeFactory.createURI(publisher.value()));
        return graph;
    }

    /** Publishes a problem of the node's own city. */
    public static EditResult publish(TestNode node, String danishTitle) {
        return node.bean(IntakeService.class).create(node.city(), problem(danishTitle), null);
    }
}
