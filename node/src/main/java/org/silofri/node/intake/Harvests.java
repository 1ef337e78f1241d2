package org.silofri.node.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.silofri.connectors.ckan.CkanHarvest;
import org.silofri.connectors.ckan.CkanSource;
import org.silofri.connectors.ckan.HarvestItem;
import org.silofri.connectors.ckan.HarvestReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Harvests the configured CKAN portals, one after the other, on a schedule and on demand. The
 * schedule has a thread of its own: a portal may be slow for hours and hold up nothing else.
 */
public final class Harvests {

    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final CkanHarvest harvest;
    private final List<CkanSource> sources;
    private final Duration first;
    private final Duration every;
    private final InstantSource clock;
    private final ReentrantLock running = new ReentrantLock();
    private final Map<String, Last> last = new ConcurrentHashMap<>();
    private volatile Thread schedule = Thread.ofVirtual().unstarted(this::goOn);

    Harvests(
            CkanHarvest harvest,
            List<CkanSource> sources,
            Duration first,
            Duration every,
            InstantSource clock) {
        this.harvest = harvest;
        this.sources = List.copyOf(sources);
        this.first = first;
        this.every = every;
        this.clock = clock;
    }

    /**
     * The latest harvest of a portal since the node started.
     *
     * @param at its end
     */
    public record Last(HarvestReport report, Instant at) {}

    /** What became of each portal the last time; a portal that had no turn yet is missing. */
    public List<Last> last() {
        List<Last> ended = new ArrayList<>();
        for (CkanSource source : sources) {
            Last of = last.get(source.name());
            if (of != null) {
                ended.add(of);
            }
        }
        return ended;
    }

    /**
     * Harvests every source now.
     *
     * @param everything true to read all packages again, as after a change of the mapping
     * @param dryRun true to publish nothing; then everything is read
     * @throws IllegalStateException if a harvest is going on
     */
    public List<HarvestReport> run(boolean everything, boolean dryRun) {
        if (!running.tryLock()) {
            throw new IllegalStateException("A harvest is going on; wait until it is done");
        }
        try {
            List<HarvestReport> reports = new ArrayList<>();
            for (CkanSource source : sources) {
                HarvestReport report =
                        everything || dryRun
                                ? harvest.everything(source, dryRun)
                                : harvest.changes(source);
                reports.add(report);
                if (!dryRun) {
                    ended(report);
                }
            }
            return reports;
        } finally {
            running.unlock();
        }
    }

    private void ended(HarvestReport report) {
        last.put(report.source(), new Last(report, clock.instant()));
        LOG.atInfo()
                .addKeyValue("route", "ckan " + report.source())
                .addKeyValue("new", report.count(HarvestItem.Outcome.NEW))
                .addKeyValue("changed", report.count(HarvestItem.Outcome.CHANGED))
                .addKeyValue("refused", report.count(HarvestItem.Outcome.REFUSED))
                .log("portal harvested");
        report.brokenOff()
                .ifPresent(why ->
                        LOG.atWarn()
                                .addKeyValue("route", "ckan " + report.source())
                                .log("harvest broken off, the next one goes on: {}", why));
    }

    private void goOn() {
        try {
            Thread.sleep(first);
            while (true) {
                onSchedule();
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            LOG.debug("the schedule ends with the node");
        }
    }

    private void onSchedule() {
        try {
            if (!running.isLocked()) {
                run(false, false);
            }
        } catch (RuntimeException e) {
            // a supervising loop: the next harvest tries again
            LOG.atError().setCause(e).log("harvest failed, the next one tries again");
        }
    }

    /** Not as a lifecycle bean: that would start Camel before its routes are collected. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!sources.isEmpty()) {
            schedule = Thread.ofVirtual().name("silofri-harvest").start(this::goOn);
        }
    }

    /** Breaks off a harvest; what it published stays, and the next one goes on there. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        schedule.interrupt();
        try {
            if (schedule.isAlive() && !schedule.join(STOP_WITHIN)) {
                LOG.warn("harvest does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
