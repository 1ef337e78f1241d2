package org.silofri.connectors.ckan;

import java.util.List;
import java.util.Optional;
import org.silofri.connectors.Remark;

/**
 * What became of a harvest.
 *
 * @param source its name
 * @param pages fetched
 * @param items in the portal's order
 * @param brokenOff why it ended early; what was read so far is kept, and the next harvest goes on
 *     there
 */
public record HarvestReport(
        String source, int pages, List<HarvestItem> items, Optional<Remark> brokenOff) {

    public HarvestReport {
        items = List.copyOf(items);
    }

    /** Number of packages with this outcome. */
    public long count(HarvestItem.Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
