package org.silofri.connectors.ckan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.connectors.Remark;

/** One harvest under way. */
final class HarvestJob {

    private final CkanSource source;
    private final CkanClient client;
    private final CkanMapping mapping;
    private final HarvestStates states;
    private final boolean dryRun;
    private final List<HarvestItem> items = new ArrayList<>();
    private Cursor cursor;
    private CkanPage page = new CkanPage(List.of());
    private int pages;
    private int failures;
    private boolean patient = true;
    private boolean ended;
    private Optional<Remark> brokenOff = Optional.empty();

    HarvestJob(
            CkanSource source,
            CkanClient client,
            CkanMapping mapping,
            HarvestStates states,
            Cursor start,
            boolean dryRun) {
        this.source = source;
        this.client = client;
        this.mapping = mapping;
        this.states = states;
        this.cursor = start;
        this.dryRun = dryRun;
    }

    boolean goesOn() {
        return !ended && brokenOff.isEmpty();
    }

    boolean dryRun() {
        return dryRun;
    }

    CkanSource.Limits limits() {
        return source.limits();
    }

    CkanMapping mapping() {
        return mapping;
    }

    List<CkanPackage> fetch() throws InterruptedException {
        page = client.fetch(cursor);
        pages++;
        failures = 0;
        return page.packages();
    }

    /** Counts a failure and tells how long to wait: what the portal says, else ever longer. */
    Duration delayAfter(CkanFailure failure) {
        failures++;
        Duration longest = limits().longestDelay();
        Duration delay =
                failure instanceof CkanFailure.Busy busy
                        ? busy.retryAfter()
                        : limits().firstDelay().multipliedBy(1L << Math.min(failures - 1, 20));
        // a portal that wants more patience is left alone until the next harvest
        patient = failure instanceof CkanFailure.Unavailable || delay.compareTo(longest) <= 0;
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    boolean triesAgain() {
        return patient && failures <= limits().redeliveries();
    }

    void record(HarvestItem item) {
        items.add(item);
    }

    /** All packages of the page are handled: the state moves on. */
    void pageDone() {
        if (brokenOff.isPresent()) {
            return;
        }
        List<CkanPackage> packages = page.packages();
        if (!packages.isEmpty()) {
            cursor = cursor.after(packages);
            if (!dryRun) {
                states.save(source.name(), new HarvestState(packages.getLast().modified()));
            }
        }
        ended = packages.size() < limits().pageSize() || pages >= limits().mostPages();
    }

    void breakOff(Remark remark) {
        brokenOff = Optional.of(remark);
    }

    HarvestReport report() {
        return new HarvestReport(source.name(), pages, items, brokenOff);
    }
}
