package org.silofri.catalogue.entry;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * An entry's whole RDF at a version, in canonical N-Triples (WIRE "Payload"). Made by {@link
 * CanonicalNTriples}, which checks the bytes; equal when entry and bytes are. For any number of
 * threads.
 */
public final class Snapshot {

    private final EntryIri entry;
    private final byte[] canonical;
    // read at most once, as every reader of an event asks for them
    private volatile @Nullable List<Triple> triples;

    private Snapshot(EntryIri entry, byte[] canonical, @Nullable List<Triple> triples) {
        this.entry = entry;
        this.canonical = canonical;
        this.triples = triples;
    }

    /**
     * What was found canonical while it was written or read.
     *
     * @param canonical not changed afterwards by whoever made it
     */
    static Snapshot of(EntryIri entry, byte[] canonical) {
        return new Snapshot(entry, canonical, null);
    }

    /** Like {@link #of(EntryIri, byte[])}, with the triples that were read from the bytes. */
    static Snapshot of(EntryIri entry, byte[] canonical, List<Triple> triples) {
        return new Snapshot(entry, canonical, List.copyOf(triples));
    }

    /** What the triples are about. */
    public EntryIri entry() {
        return entry;
    }

    /** Canonical N-Triples in UTF-8. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** Length of the canonical bytes. */
    public int size() {
        return canonical.length;
    }

    /** The triples, compared by term; a new graph at each call. */
    public Graph graph() {
        Graph graph = GraphFactory.createGraphMem();
        triples().forEach(graph::add);
        return graph;
    }

    /** The triples in the order of their lines; never changes. */
    public List<Triple> triples() {
        List<Triple> known = triples;
        if (known == null) {
            known = List.copyOf(CanonicalNTriples.triples(canonical));
            triples = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that
                && entry.equals(that.entry)
                && Arrays.equals(canonical, that.canonical);
    }

    @Override
    public int hashCode() {
        return 31 * entry.hashCode() + Arrays.hashCode(canonical);
    }

    @Override
    public String toString() {
        return "Snapshot[" + entry + ", " + canonical.length + " bytes]";
    }
}
