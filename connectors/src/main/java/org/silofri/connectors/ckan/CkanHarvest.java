package org.silofri.connectors.ckan;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;

/**
 * Harvests CKAN portals. The context of the producer must run a {@link CkanRoute} and {@link
 * org.silofri.connectors.IntakeRoutes}. A harvest runs on its caller's thread; harvests of one
 * source must not overlap.
 */
public final class CkanHarvest {

    private final ProducerTemplate producer;
    private final HarvestStates states;
    private final InstantSource clock;

    /** A harvester that keeps its states there. */
    public CkanHarvest(ProducerTemplate producer, HarvestStates states, InstantSource clock) {
        this.producer = producer;
        this.states = states;
        this.clock = clock;
    }

    /** The mapping that is shipped, as text, to start one's own from. */
    public static String shippedMapping() {
        return CkanMapping.shipped();
    }

    /**
     * Looks at a source without asking its portal.
     *
     * @throws IllegalArgumentException if the source's mapping is no plain CONSTRUCT query
     */
    public static void check(CkanSource source) {
        CkanMapping.of(source);
    }

    /**
     * Harvests what changed since the last time.
     *
     * @throws IllegalArgumentException if the source's mapping is no plain CONSTRUCT query
     */
    public HarvestReport changes(CkanSource source) {
        return run(source, Cursor.after(states.last(source.name())), false);
    }

    /**
     * Harvests everything, as after a change of the mapping.
     *
     * @param dryRun true to check everything, publish nothing and keep the state
     * @throws IllegalArgumentException if the source's mapping is no plain CONSTRUCT query
     */
    public HarvestReport everything(CkanSource source, boolean dryRun) {
        return run(source, Cursor.after(Optional.empty()), dryRun);
    }

    private HarvestReport run(CkanSource source, Cursor start, boolean dryRun) {
        CkanMapping mapping = CkanMapping.of(source);
        try (CkanClient client = new CkanClient(source, clock)) {
            HarvestJob job = new HarvestJob(source, client, mapping, states, start, dryRun);
            producer.sendBody(CkanRoute.URI, job);
            return job.report();
        }
    }
}
