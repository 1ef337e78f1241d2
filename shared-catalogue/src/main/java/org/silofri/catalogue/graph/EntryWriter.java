package org.silofri.catalogue.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.projection.EntryState;

/**
 * Writes states of entries within the transaction at hand: triples into the entry's named graph and
 * the default graph, where they come from into the provenance graph (ADR 0020).
 */
final class EntryWriter {

    private final DatasetGraph dataset;
    private final Set<EntryIri> written = new TreeSet<>();
    private boolean erased;
    private long netQuads;

    EntryWriter(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Entries whose triples were looked at to be replaced. */
    Set<EntryIri> written() {
        return written;
    }

    /** Whether something was erased that must not stay in the files either (F14). */
    boolean erased() {
        return erased;
    }

    /** Quads added less those deleted. */
    long netQuads() {
        return netQuads;
    }

    /** Lets a state take the place of what is held, unless that is later. */
    void write(EntryState state) {
        EntryIri entry = state.entry();
        Node provenance = NodeFactory.createURI(entry.provenanceGraph());
        Optional<EntryState.Held> held =
                ProvenanceTriples.held(dataset.getGraph(provenance), entry);
        if (held.isPresent() && !state.replaces(held.get())) {
            return;
        }
        Set<Triple> content = content(state);
        replaceContent(entry, content);
        replace(provenance, ProvenanceTriples.of(state, content), false);
        erased |= state instanceof EntryState.Erased && held.isPresent();
    }

    private static Set<Triple> content(EntryState state) {
        return switch (state) {
            case EntryState.Live(var event) -> new LinkedHashSet<>(event.snapshot().triples());
            case EntryState.Withdrawn ignored -> Set.of();
            case EntryState.Erased ignored -> Set.of();
        };
    }

    /** Forgets what a city's log held of a closed epoch beyond its last kept event. */
    void abandon(CityId city, EpochStart start) {
        Node name = NodeFactory.createLiteralString(city.value());
        List<Quad> ofCity = new ArrayList<>();
        dataset.findNG(Node.ANY, Node.ANY, ProvenanceTriples.CITY, name)
                .forEachRemaining(ofCity::add);
        for (Quad quad : ofCity) {
            Optional<EntryIri> entry = ProvenanceTriples.about(quad);
            if (entry.isPresent() && isAbandoned(quad.getGraph(), entry.get(), start)) {
                replaceContent(entry.get(), Set.of());
                replace(quad.getGraph(), Set.of(), false);
            }
        }
    }

    private boolean isAbandoned(Node provenance, EntryIri entry, EpochStart start) {
        return ProvenanceTriples.held(dataset.getGraph(provenance), entry)
                .map(EntryState.Held::position)
                .filter(position -> position.epoch() == start.previousEpoch())
                .filter(position -> position.seq() > start.lastSeq())
                .isPresent();
    }

    private void replaceContent(EntryIri entry, Set<Triple> content) {
        replace(NodeFactory.createURI(entry.value()), content, true);
        written.add(entry);
    }

    /** Subjects of entries are disjoint (F18), so what leaves a graph leaves the default graph. */
    private void replace(Node name, Set<Triple> wanted, boolean alsoInDefaultGraph) {
        Set<Triple> present = triples(dataset.getGraph(name));
        var gone = new HashSet<>(present);
        gone.removeAll(wanted);
        var added = new LinkedHashSet<>(wanted);
        added.removeAll(present);
        netQuads += (long) (added.size() - gone.size()) * (alsoInDefaultGraph ? 2 : 1);
        for (Triple triple : gone) {
            dataset.delete(Quad.create(name, triple));
            if (alsoInDefaultGraph) {
                dataset.delete(Quad.create(Quad.defaultGraphIRI, triple));
            }
        }
        for (Triple triple : added) {
            dataset.add(Quad.create(name, triple));
            if (alsoInDefaultGraph) {
                dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
            }
        }
    }

    private static Set<Triple> triples(Graph graph) {
        return new LinkedHashSet<>(graph.find().toList());
    }
}
