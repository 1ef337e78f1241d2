package org.silofri.node.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.graph.CityDigests;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.projection.Decoding;
import org.silofri.catalogue.search.SearchIndex;

/**
 * The graph and the index of this node, kept up with the logs by one worker each. Thread-safe. What
 * is read here says up to which event of which city it counts.
 */
public final class Projections implements AutoCloseable {

    private final EventLog log;
    private final GraphStore graph;
    private final SearchIndex index;
    private final Projected projectedGraph;
    private final Projected projectedIndex;

    Projections(EventLog log, GraphStore graph, SearchIndex index) {
        this.log = log;
        this.graph = graph;
        this.index = index;
        Decoding decoding = new Decoding();
        this.projectedGraph = new Projected(log, graph.projection(), graph::rebuild, decoding);
        this.projectedIndex = new Projected(log, index.projection(), index::rebuild, decoding);
    }

    /**
     * How a projection stands.
     *
     * @param name {@code graph} or {@code search}
     * @param behind changes of the logs that it does not show yet
     * @param stalled how long nothing of what waits has been taken in
     * @param failure the error because of which it stands still; null while it works
     */
    public record Standing(
            String name, long behind, Duration stalled, @Nullable Throwable failure) {}

    /** The entries as RDF. */
    public GraphStore graph() {
        return graph;
    }

    /** The entries as an index. */
    public SearchIndex index() {
        return index;
    }

    /**
     * Reads from one state of the graph.
     *
     * @param reading gets the store, valid until it returns, and the position of each city that
     *     this state holds
     */
    public <T> T readGraph(BiFunction<DatasetGraph, Map<CityId, Position>, T> reading) {
        return graph.readAt((store, checkpoint) -> reading.apply(store, positionsAt(checkpoint)));
    }

    /** Last change of the logs that the index shows. */
    public long indexCheckpoint() {
        return projectedIndex.checkpoint();
    }

    /** The position of each city that a projection at this checkpoint holds. */
    public Map<CityId, Position> positionsAt(long checkpoint) {
        return log.positionsAt(checkpoint);
    }

    /** Graph digest of each city that the graph knows (WIRE "Two digests"). */
    public Map<CityId, String> digests() {
        CityDigests digests = graph.digests();
        Map<CityId, String> all = new TreeMap<>();
        log.heads().keySet().forEach(city -> all.put(city, digests.of(city)));
        return all;
    }

    /**
     * Waits until graph and index show all that the logs hold now.
     *
     * @return false if the time was over first
     */
    public boolean awaitVisible(Duration atMost) {
        long n = log.lastChange();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return projectedGraph.await(n, atMost)
                    && projectedIndex.await(
                            n, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Graph and index, how far behind and whether they work. */
    public List<Standing> standings() {
        return List.of(standing(projectedGraph), standing(projectedIndex));
    }

    private static Standing standing(Projected projected) {
        return new Standing(
                projected.name(),
                projected.behind(),
                projected.stalled(),
                projected.failure().orElse(null));
    }

    /**
     * Builds the graph anew from the logs; the old one answers meanwhile.
     *
     * @throws IllegalStateException if that is going on already
     */
    public void rebuildGraph() {
        projectedGraph.rebuild();
    }

    /**
     * Builds the index anew from the logs; the old one answers meanwhile.
     *
     * @throws IllegalStateException if that is going on already
     */
    public void rebuildSearch() {
        projectedIndex.rebuild();
    }

    @Override
    public void close() {
        projectedGraph.close();
        projectedIndex.close();
        graph.close();
        index.close();
    }
}
