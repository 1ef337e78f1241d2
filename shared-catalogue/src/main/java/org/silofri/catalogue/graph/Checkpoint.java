package org.silofri.catalogue.graph;

import org.apache.jena.dboe.storage.StoragePrefixes;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The checkpoint inside the graph store (F4): kept among the prefixes of a graph that does not
 * exist, which are written by the same transaction, and which no query can see (ADR 0020).
 */
final class Checkpoint {

    private static final Node OWNER = NodeFactory.createURI("urn:silofri:projection");
    private static final String NAME = "checkpoint";
    private static final String SCHEME = "urn:silofri:change:";

    private Checkpoint() {}

    /** Reads within the transaction at hand; 0 when none was written. */
    static long read(DatasetGraph dataset) {
        String written = prefixes(dataset).get(OWNER, NAME);
        return written == null ? 0 : Long.parseLong(written.substring(SCHEME.length()));
    }

    /** Writes within the transaction at hand. */
    static void write(DatasetGraph dataset, long checkpoint) {
        prefixes(dataset).delete(OWNER, NAME);
        prefixes(dataset).add(OWNER, NAME, SCHEME + checkpoint);
    }

    private static StoragePrefixes prefixes(DatasetGraph dataset) {
        return TDBInternal.getDatasetGraphTDB(dataset).getStoragePrefixes();
    }
}
