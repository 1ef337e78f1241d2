package org.silofri.node.follow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Position;
import org.silofri.ontology.SF;

/**
 * An event about an entry, as far as followers are concerned.
 *
 * @param n place in the local order of growth
 * @param entry what it is about
 * @param themes notations
 * @param links IRIs that the entry points at, fragments left out
 * @param withdrawn whether it takes the entry back
 */
record Occurrence(
        long n,
        EntryIri entry,
        CityId city,
        Position position,
        Instant time,
        Set<String> themes,
        @Nullable String verdict,
        Set<String> links,
        boolean withdrawn) {

    static final String DISPROVED = "disproved";

    private static final Node THEME = DCTerms.subject.asNode();
    private static final Node VERDICT = SF.verdict.asNode();
    private static final Node PUBLISHER = DCTerms.publisher.asNode();

    Occurrence {
        themes = Set.copyOf(themes);
        links = Set.copyOf(links);
    }

    static Occurrence of(long n, CatalogueEvent.Published event) {
        Snapshot snapshot = event.snapshot();
        return new Occurrence(
                n,
                event.entry(),
                event.city(),
                event.position(),
                event.header().time(),
                Set.copyOf(notations(snapshot, THEME)),
                verdict(snapshot),
                snapshot.triples().stream()
                        .filter(triple -> !triple.getPredicate().equals(PUBLISHER))
                        .map(Triple::getObject)
                        .filter(Node::isURI)
                        .map(object -> object.getURI().split("#", -1)[0])
                        .filter(iri -> !iri.equals(event.entry().value()))
                        .collect(Collectors.toSet()),
                false);
    }

    static Occurrence of(long n, CatalogueEvent.Withdrawn event) {
        return new Occurrence(
                n,
                event.entry(),
                event.city(),
                event.position(),
                event.time(),
                Set.of(),
                null,
                Set.of(),
                true);
    }

    /** Verdict that the snapshot holds; null when none. */
    static @Nullable String verdict(Snapshot snapshot) {
        return notations(snapshot, VERDICT).stream().findFirst().orElse(null);
    }

    /** A concept's IRI ends with its notation. */
    private static List<String> notations(Snapshot snapshot, Node property) {
        Node self = NodeFactory.createURI(snapshot.entry().value());
        return snapshot.triples().stream()
                .filter(triple ->
                        triple.getSubject().equals(self) && triple.getPredicate().equals(property))
                .map(triple -> triple.getObject().toString())
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    boolean isScaling() {
        return entry.kind() == EntryKind.SCALING_EVENT;
    }
}
