package org.silofri.catalogue.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Hashes;

/**
 * Keeps the cities' digests at hand. What was read back from the store stays known until the entry
 * is written again.
 */
final class DigestKeeper {

    private final Map<CityId, TreeMap<EntryIri, String>> hashes = new TreeMap<>();
    private final Map<CityId, String> digests = new TreeMap<>();
    // by the checkpoint with which the entry was last written
    private final Map<EntryIri, Long> written = new ConcurrentHashMap<>();
    private boolean complete;

    /** Notes which entries a transaction writes; before it commits, lest a reader be quicker. */
    void writing(Set<EntryIri> entries, long checkpoint) {
        entries.forEach(entry -> written.put(entry, checkpoint));
    }

    /** The digests of what the transaction at hand sees. */
    synchronized CityDigests current(DatasetGraph dataset) {
        long checkpoint = Checkpoint.read(dataset);
        if (!complete) {
            entries(dataset).forEach(entry -> read(dataset, entry));
            complete = true;
        }
        for (Map.Entry<EntryIri, Long> entry : Map.copyOf(written).entrySet()) {
            read(dataset, entry.getKey());
            if (entry.getValue() <= checkpoint) {
                written.remove(entry.getKey(), entry.getValue());
            }
        }
        hashes.values().removeIf(Map::isEmpty);
        hashes.forEach((city, known) -> digests.computeIfAbsent(city, _ -> digest(known)));
        return new CityDigests(digests, checkpoint);
    }

    private static List<EntryIri> entries(DatasetGraph dataset) {
        var entries = new ArrayList<EntryIri>();
        dataset.findNG(Node.ANY, Node.ANY, ProvenanceTriples.CITY, Node.ANY)
                .forEachRemaining(quad ->
                        EntryIri.parse(quad.getSubject().getURI())
                                .filter(iri -> isProvenance(quad.getGraph(), iri))
                                .ifPresent(entries::add));
        return entries;
    }

    private static boolean isProvenance(Node graph, EntryIri entry) {
        return graph.hasURI(entry.provenanceGraph());
    }

    private void read(DatasetGraph dataset, EntryIri entry) {
        hashes.forEach((city, known) -> {
            if (known.remove(entry) != null) {
                digests.remove(city);
            }
        });
        Graph provenance = dataset.getGraph(NodeFactory.createURI(entry.provenanceGraph()));
        String hash = hash(dataset, entry);
        if (hash != null) {
            CityId city = ProvenanceTriples.read(provenance, entry).orElseThrow().city();
            hashes.computeIfAbsent(city, _ -> new TreeMap<>()).put(entry, hash);
            digests.remove(city);
        }
    }

    private static @Nullable String hash(DatasetGraph dataset, EntryIri entry) {
        Graph graph = dataset.getGraph(NodeFactory.createURI(entry.value()));
        if (graph.isEmpty()) {
            return null;
        }
        return switch (CanonicalNTriples.of(graph, entry)) {
            case CanonicalResult.Canonical(var snapshot) -> Hashes.sha256(snapshot.canonical());
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalStateException(
                            "Graph of %s is damaged (%s); run silofri rebuild"
                                    .formatted(entry, problems.getFirst()));
        };
    }

    private static String digest(Map<EntryIri, String> hashes) {
        var lines = new StringBuilder();
        hashes.forEach((entry, hash) -> lines.append(entry).append(' ').append(hash).append('\n'));
        return Hashes.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
