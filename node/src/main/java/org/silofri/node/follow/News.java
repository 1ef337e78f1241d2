package org.silofri.node.follow;

import java.util.List;

/**
 * What happened in what somebody follows.
 *
 * @param items at most {@link #MOST}, in the order of {@link NewsItem.What}, latest first within
 * @param more how many there are beside those
 * @param upTo last change of the logs that was looked at
 */
public record News(List<NewsItem> items, int more, long upTo) {

    /** Most entries that are told at once. */
    public static final int MOST = 50;

    public News {
        items = List.copyOf(items);
    }

    /** Tells whether nothing happened. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** How many entries something happened in. */
    public int count() {
        return items.size() + more;
    }
}
