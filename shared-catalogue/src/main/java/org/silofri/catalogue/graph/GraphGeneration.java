package org.silofri.catalogue.graph;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.EntryState;

/**
 * One folder with a TDB2 database. Closes when nobody uses it any more, so that a rebuild can take
 * its place under running queries.
 */
final class GraphGeneration {

    /** An entry's graph is small, so within a graph its subjects need no further index. */
    private static final StoreParams PARAMS =
            StoreParams.builder("silofri")
                    .quadIndexes(new String[] {"GSPO", "POSG", "OSPG", "SPOG"})
                    .build();

    private final Path folder;
    private final DatasetGraph dataset;
    private final StoreSize size;
    private final DigestKeeper digests;
    // one for being open, and one for each reader
    private final AtomicInteger holders = new AtomicInteger(1);
    private volatile Runnable afterClose = () -> {};

    /**
     * @param digests of the same content, when it is known from elsewhere
     */
    GraphGeneration(Path folder, DigestKeeper digests) {
        this.folder = folder;
        this.dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder), PARAMS);
        this.size = new StoreSize(folder);
        this.digests = digests;
    }

    Path folder() {
        return folder;
    }

    /** Takes hold, unless it is closed already. */
    boolean hold() {
        return holders.updateAndGet(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Lets go; the last one closes the database. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            TDBInternal.expel(dataset);
            afterClose.run();
        }
    }

    /** Lets go for good: another generation is in use. */
    void retire(Runnable onceClosed) {
        afterClose = onceClosed;
        release();
    }

    <T> T read(Function<DatasetGraph, T> reading) {
        return Txn.calculateRead(dataset, () -> reading.apply(dataset));
    }

    long checkpoint() {
        return read(Checkpoint::read);
    }

    CityDigests digests() {
        return read(digests::current);
    }

    /** The digests without regard to what is known: reads every entry. */
    CityDigests recomputedDigests() {
        return read(new DigestKeeper()::current);
    }

    DigestKeeper digestKeeper() {
        return digests;
    }

    StoreSize size() {
        return size;
    }

    /**
     * Applies a batch in one transaction.
     *
     * @return whether something was erased that must leave the files too (F14)
     */
    boolean apply(Batch batch) {
        EntryWriter writer = Txn.calculateWrite(dataset, () -> write(batch));
        size.committed(writer.netQuads());
        return writer.erased();
    }

    /**
     * Copies all quads and the checkpoint, as they are now, into an empty generation: in one
     * transaction, as each further one would leave replaced blocks behind.
     *
     * @throws CancellationException if told so meanwhile
     */
    void copyInto(GraphGeneration target, BooleanSupplier cancelled) {
        Txn.executeRead(
                dataset,
                () ->
                        Txn.executeWrite(
                                target.dataset,
                                () -> {
                                    copyQuads(target.dataset, cancelled);
                                    Checkpoint.write(target.dataset, Checkpoint.read(dataset));
                                }));
    }

    private void copyQuads(DatasetGraph target, BooleanSupplier cancelled) {
        Iterator<Quad> all = dataset.find();
        while (all.hasNext()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("Copying the graph store");
            }
            target.add(all.next());
        }
    }

    private EntryWriter write(Batch batch) {
        var writer = new EntryWriter(dataset);
        var latest = new LinkedHashMap<EntryIri, EntryState>();
        for (Change change : batch.changes()) {
            if (change.event() instanceof CatalogueEvent.EpochStarted started) {
                writeAll(writer, latest);
                writer.abandon(started.city(), started.start());
            } else {
                EntryState.of(change.event())
                        .ifPresent(state -> latest.merge(state.entry(), state, EntryState::later));
            }
        }
        writeAll(writer, latest);
        Checkpoint.write(dataset, batch.upTo());
        digests.writing(writer.written(), batch.upTo());
        return writer;
    }

    private static void writeAll(EntryWriter writer, Map<EntryIri, EntryState> latest) {
        latest.values().forEach(writer::write);
        latest.clear();
    }
}
