package org.silofri.catalogue.graph;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.projection.Batch;
import org.silofri.catalogue.projection.Generations;
import org.silofri.catalogue.projection.Projection;
import org.silofri.catalogue.projection.Rebuild;

/**
 * The entries as RDF. Each entry's triples stand in the named graph of its IRI and in the default
 * graph; where they come from stands in {@code {entry}#prov}. Safe for use by many threads; one of
 * them applies batches.
 */
public final class GraphStore implements AutoCloseable {

    private final Generations generations;
    private final Compaction compaction = new Compaction(this);
    private final AnswerCache<List<EntrySummary>> pages = new AnswerCache<>();
    private final AnswerCache<List<ScaledEntry>> scaled = new AnswerCache<>();
    private final AnswerCache<EntryCounts> counts = new AnswerCache<>();
    // guards writing and the change of generation; readers need no lock
    private final ReentrantLock writing = new ReentrantLock();
    private volatile GraphGeneration current;

    private GraphStore(Generations generations) {
        this.generations = generations;
        this.current = new GraphGeneration(generations.current(), new DigestKeeper());
    }

    /**
     * Opens or creates the store, and removes what a compaction or a rebuild left behind that was
     * cut short.
     *
     * @param folder owned by this object; no other process may use it
     */
    public static GraphStore open(Path folder) {
        return new GraphStore(Generations.open(folder));
    }

    /**
     * Reads from one consistent state of the store. What is read must not be used after the
     * function has returned; writing fails.
     */
    public <T> T read(Function<DatasetGraph, T> reading) {
        GraphGeneration generation = held();
        try {
            return generation.read(reading);
        } finally {
            generation.release();
        }
    }

    private GraphGeneration held() {
        while (true) {
            GraphGeneration latest = current;
            if (latest.hold()) {
                return latest;
            }
            if (latest == current) {
                throw new IllegalStateException("The graph store is closed");
            }
        }
    }

    /**
     * Like {@link #read}, and tells up to which change of the log this state counts.
     *
     * @param reading gets the dataset and its checkpoint
     */
    public <T> T readAt(BiFunction<DatasetGraph, Long, T> reading) {
        return read(dataset -> reading.apply(dataset, Checkpoint.read(dataset)));
    }

    /** Last change of the log that the store holds. */
    public long checkpoint() {
        return read(Checkpoint::read);
    }

    /** Digest of each city; cheap but for the first call, which reads all entries. */
    public CityDigests digests() {
        GraphGeneration generation = held();
        try {
            return generation.digests();
        } finally {
            generation.release();
        }
    }

    /** The digests, every entry read back anew. */
    public CityDigests recomputedDigests() {
        GraphGeneration generation = held();
        try {
            return generation.recomputedDigests();
        } finally {
            generation.release();
        }
    }

    /** An entry, also one that is withdrawn or erased; empty when it was never known. */
    public Optional<EntryRecord> entry(EntryIri iri) {
        return read(dataset -> EntryReader.entry(dataset, iri));
    }

    /**
     * What lists show of these entries, in the same order; those that are not live are left out.
     */
    public List<EntrySummary> summaries(Collection<EntryIri> entries) {
        return read(dataset ->
                entries.stream()
                        .flatMap(entry -> EntryReader.summary(dataset, entry).stream())
                        .toList());
    }

    /** The entries published last. */
    public List<EntrySummary> latest(int most) {
        return read(dataset -> pages.get("latest", most, dataset, ReadModel::latest));
    }

    /** Results that disproved what was tried, latest first. */
    public List<EntrySummary> refuted(int most) {
        return read(dataset -> pages.get("refuted", most, dataset, ReadModel::refuted));
    }

    /** What was scaled, with the event that proves it; latest first. */
    public List<ScaledEntry> scaled(int most) {
        return read(dataset -> scaled.get("scaled", most, dataset, ReadModel::scaled));
    }

    /** How many entries there are. */
    public EntryCounts counts() {
        return read(dataset -> counts.get("all", 0, dataset, (data, _) -> ReadModel.counts(data)));
    }

    /** What feeds the store in use; stays the same across a rebuild. */
    public Projection projection() {
        return new GraphProjection(this);
    }

    /** Starts to build the store anew beside the one in use. */
    public Rebuild rebuild() {
        return new GraphRebuild(this, prepared(new DigestKeeper()));
    }

    GraphGeneration prepared(DigestKeeper digests) {
        return new GraphGeneration(generations.prepare(), digests);
    }

    void apply(Batch batch) {
        writing.lock();
        try {
            boolean erased = current.apply(batch);
            compaction.committed(batch, current, erased);
        } finally {
            writing.unlock();
        }
    }

    /** Ends a compaction: its copy takes over, unless what it copied is no longer in use. */
    boolean finish(Compaction finished, GraphGeneration from, GraphGeneration into) {
        writing.lock();
        try {
            if (current != from || finished.isCancelled()) {
                discard(finished, into);
                return false;
            }
            finished.catchUp(into);
            replace(into);
            finished.ended();
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** Ends a compaction without its copy. */
    void discard(Compaction finished, GraphGeneration into) {
        writing.lock();
        try {
            if (current != into) {
                throwAway(into);
            }
        } finally {
            finished.ended();
            writing.unlock();
        }
    }

    /** A rebuild takes the place of what is in use. */
    void replaceBy(GraphGeneration rebuilt) {
        writing.lock();
        try {
            replace(rebuilt);
            pages.clear();
            scaled.clear();
            counts.clear();
        } finally {
            writing.unlock();
        }
    }

    void throwAway(GraphGeneration generation) {
        generation.retire(() -> generations.remove(generation.folder()));
    }

    private void replace(GraphGeneration next) {
        GraphGeneration old = current;
        generations.switchTo(next.folder());
        current = next;
        throwAway(old);
    }

    /** Readers that still run finish on what they have. */
    @Override
    public void close() {
        try {
            compaction.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writing.lock();
        try {
            current.release();
        } finally {
            writing.unlock();
        }
    }
}
