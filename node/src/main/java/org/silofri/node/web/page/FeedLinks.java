package org.silofri.node.web.page;

import java.util.List;
import org.silofri.node.web.wording.Wording;

/** Addresses of the feeds of a page: {@code /feeds/{what}.atom} and {@code .json} (ADR 0112). */
public final class FeedLinks {

    /** Media type of Atom, RFC 4287. */
    public static final String ATOM = "application/atom+xml";

    /** Media type of JSON Feed 1.1. */
    public static final String JSON = "application/feed+json";

    private FeedLinks() {}

    /**
     * Both formats of a feed.
     *
     * @param what path below {@code /feeds/}, without ending
     * @param query with its question mark; empty for none
     */
    public static List<FeedLink> of(String what, String query, String title, Wording say) {
        String language = (query.isEmpty() ? "?" : "&") + "lang=" + say.language();
        return List.of(
                link(title, ATOM, "Atom", what + ".atom" + query + language),
                link(title, JSON, "JSON Feed", what + ".json" + query + language));
    }

    private static FeedLink link(String title, String type, String name, String address) {
        return new FeedLink(title, type, name, "/feeds/" + address);
    }
}
