package org.silofri.node.web.overview;

import java.util.List;
import org.silofri.node.web.listing.EntryLine;

/**
 * The first entries of a longer list.
 *
 * @param total how many there are
 * @param href where all of them are
 * @param more whether there are more than these
 */
public record Listing(String total, String href, boolean more, List<EntryLine> entries) {

    public Listing {
        entries = List.copyOf(entries);
    }

    /** Tells whether there is nothing. */
    public boolean empty() {
        return entries.isEmpty();
    }
}
