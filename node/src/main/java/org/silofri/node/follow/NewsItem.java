package org.silofri.node.follow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * An entry in which something happened, as it stands after it.
 *
 * @param what happened, the weightiest of it
 * @param title by language tag; empty when it is withdrawn
 * @param time when its city signed it
 * @param verdict notation, when the entry has one
 * @param rung notation, when the entry has one
 */
public record NewsItem(
        What what,
        EntryIri entry,
        CityId city,
        Map<String, String> title,
        Instant time,
        @Nullable String verdict,
        @Nullable String rung,
        List<String> themes) {

    public NewsItem {
        title = Map.copyOf(title);
        themes = List.copyOf(themes);
    }

    /** What happened, in the order in which it is told. */
    public enum What {
        /** Another city says something about an entry of the reader's own city. */
        OWN,
        /** A result disproves what was tried. */
        REFUTED,
        /** Something was scaled. */
        SCALED,
        /** An entry is published for the first time. */
        NEW,
        /** An entry has another version. */
        CHANGED,
        /** An entry is taken back. */
        WITHDRAWN
    }
}
