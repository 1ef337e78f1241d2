package org.silofri.node.web.news;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed, whatever its format.
 *
 * @param title what it tells of
 * @param home page that shows the same
 * @param self address of the feed, and its id
 * @param language of the titles, BCP 47
 * @param items newest first
 */
record NewsFeed(String title, String home, String self, String language, List<NewsItem> items) {

    /** Items of a feed. */
    static final int MOST = 50;

    NewsFeed {
        items =
                items.stream()
                        .sorted(
                                Comparator.comparing(NewsItem::updated)
                                        .reversed()
                                        .thenComparing(NewsItem::id))
                        .limit(MOST)
                        .toList();
    }

    /** Time of the newest item; the beginning of time for an empty feed. */
    Instant updated() {
        return items.isEmpty() ? Instant.EPOCH : items.getFirst().updated();
    }
}
