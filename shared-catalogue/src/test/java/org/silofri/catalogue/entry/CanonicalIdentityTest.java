package org.silofri.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Property (WIRE "Payload"): canonical → TDB2 → canonical is the identity. */
class CanonicalIdentityTest {

    private static final EntryIri ENTRY = CanonicalNTriplesTest.ENTRY;
    private static final Node NAME = NodeFactory.createURI(ENTRY.value());
    private static final int ROUNDS = 40;

    @TempDir private static Path folder;
    private static DatasetGraph store;

    @BeforeAll
    static void openStore() {
        store = DatabaseMgr.connectDatasetGraph(Location.create(folder));
    }

    @AfterAll
    static void closeStore() {
        TDBInternal.expel(store);
    }

    /** The seed is part of the test's name, so that a failure can be repeated. */
    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, 20), LongStream.generate(new Random()::nextLong).limit(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theGraphStoreGivesBackTheSameBytes(long seed) {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] canonical = wild(seed * ROUNDS + round);

            byte[] back = throughStore(canonical);

            assertThat(new String(back, StandardCharsets.UTF_8))
                    .isEqualTo(new String(canonical, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readingCanonicalBytesStrictlyGivesThemBack(long seed) {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] canonical = wild(seed * ROUNDS + round);

            Graph read = CanonicalNTriples.parse(canonical);

            assertThat(CanonicalNTriplesTest.canonical(read).canonical()).isEqualTo(canonical);
        }
    }

    /** Canonical form of the triples of a wild graph that are not refused. */
    private static byte[] wild(long seed) {
        Graph sound = GraphFactory.createGraphMem();
        for (Triple triple : WildGraph.of(ENTRY, seed).find().toList()) {
            Graph one = GraphFactory.createGraphMem();
            GraphUtil.add(one, List.of(triple));
            if (CanonicalNTriples.of(one, ENTRY) instanceof CanonicalResult.Canonical) {
                sound.add(triple);
            }
        }
        sound.add(NAME, NAME, NAME);
        return CanonicalNTriplesTest.canonical(sound).canonical();
    }

    private static byte[] throughStore(byte[] canonical) {
        Graph graph = CanonicalNTriples.parse(canonical);
        Txn.executeWrite(
                store,
                () -> {
                    store.removeGraph(NAME);
                    GraphUtil.addInto(store.getGraph(NAME), graph);
                });
        return Txn.calculateRead(
                store, () -> CanonicalNTriplesTest.canonical(store.getGraph(NAME)).canonical());
    }
}
