package org.silofri.catalogue.entry;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * An entry's whole RDF at a version, in canonical N-Triples (WIRE "Payload"). Made by {@link
 * CanonicalNTriples}, which checks the bytes; equal when entry and bytes are.
 *
 * @param entry what the triples are about
 * @param canonical canonical N-Triples in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // equality and copies are made below
public record Snapshot(EntryIri entry, byte[] canonical) {

    public Snapshot {
        canonical = canonical.clone();
    }

    @Override
    public byte[] canonical() {
        return canonical.clone();
    }

    /** Length of the canonical bytes. */
    public int size() {
        return canonical.length;
    }

    /**
     * The triples, compared by term; a new graph at each call.
     *
     * @throws NotCanonical if the bytes are no N-Triples
     */
    public Graph graph() {
        return CanonicalNTriples.graph(canonical);
    }

    /** The triples in the order of their lines, not checked again: bytes are checked once. */
    public List<Triple> triples() {
        List<Triple> triples = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(canonical))
                .lang(Lang.NTRIPLES)
                .checking(false)
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                triples.add(triple);
                            }
                        });
        return triples;
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
