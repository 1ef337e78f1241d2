package org.silofri.node.follow.stale;

import java.time.Instant;
import java.util.Map;
import org.silofri.catalogue.entry.EntryIri;

/**
 * An entry that is planned or running and that nobody has touched for long.
 *
 * @param title by language tag
 * @param status notation, {@code planned} or {@code running}
 * @param touched when its latest version was published
 */
public record StaleEntry(
        EntryIri entry, Map<String, String> title, String status, Instant touched) {

    public StaleEntry {
        title = Map.copyOf(title);
    }
}
