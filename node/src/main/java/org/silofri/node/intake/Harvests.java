package org.silofri.node.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.ckan.CkanHarvest;
import org.silofri.connectors.ckan.CkanSource;
import org.silofri.connectors.ckan.HarvestItem;
import org.silofri.connectors.ckan.HarvestReport;
import org.silofri.node.identity.NodeIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Harvests the configured CKAN portals, one after the other, on a schedule and on demand. */
public final class Harvests {

    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);

    private final CkanHarvest harvest;
    private final List<CkanSource> sources;
    private final ReentrantLock running = new ReentrantLock();

    Harvests(CkanHarvest harvest, HarvestSettings settings, NodeIdentity identity) {
        this.harvest = harvest;
        this.sources = settings.sources().stream().map(source -> source(source, identity)).toList();
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
            return sources.stream()
                    .map(source ->
                            everything || dryRun
                                    ? harvest.everything(source, dryRun)
                                    : harvest.changes(source))
                    .toList();
        } finally {
            running.unlock();
        }
    }

    @Scheduled(
            initialDelayString = "${silofri.ckan.first:PT2M}",
            fixedDelayString = "${silofri.ckan.every:PT6H}")
    void onSchedule() {
        if (sources.isEmpty() || running.isLocked()) {
            return;
        }
        for (HarvestReport report : run(false, false)) {
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
    }

    private static CkanSource source(HarvestSettings.Source source, NodeIdentity identity) {
        String city = source.city();
        return new CkanSource(
                source.name(),
                source.portal(),
                city == null ? identity.name() : new CityId(city),
                source.language(),
                source.filter(),
                mapping(source.mapping()),
                CkanSource.Limits.DEFAULT);
    }

    private static String mapping(@Nullable Path file) {
        if (file == null) {
            return CkanHarvest.shippedMapping();
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The mapping " + file + " cannot be read; mend silofri.ckan.sources", e);
        }
    }
}
