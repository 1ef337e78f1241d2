package org.silofri.node.web.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Text;

/**
 * Something that happened to an entry.
 *
 * @param id the entry's IRI, the same in every feed and for every version
 * @param url its page on this node
 * @param title with what became of it, for example that it was refuted
 * @param author name of the city
 * @param summary null when there is none
 * @param updated when this version was published, or withdrawn
 */
record NewsItem(
        String id,
        String url,
        Text title,
        String author,
        @Nullable Text summary,
        Instant updated,
        List<Tag> tags) {

    NewsItem {
        tags = List.copyOf(tags);
    }

    /**
     * A concept that the entry has.
     *
     * @param scheme IRI of its list
     * @param term notation
     * @param label in the reader's language
     */
    record Tag(String scheme, String term, String label) {}
}
