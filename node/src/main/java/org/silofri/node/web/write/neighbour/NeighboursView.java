package org.silofri.node.web.write.neighbour;

import java.util.List;

/**
 * Who has tried something like it.
 *
 * @param asked whether there was a text long enough to ask about
 * @param tried entries whose title says much the same, nearest first
 * @param related entries about the same, whatever their words; those with an outcome first
 * @param summary the number found, as it is read out
 */
public record NeighboursView(
        boolean asked, List<Neighbour> tried, List<Neighbour> related, String summary) {

    public NeighboursView {
        tried = List.copyOf(tried);
        related = List.copyOf(related);
    }

    /** Tells whether nobody was found. */
    public boolean none() {
        return tried.isEmpty() && related.isEmpty();
    }
}
