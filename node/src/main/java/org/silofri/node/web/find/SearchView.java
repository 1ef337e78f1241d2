package org.silofri.node.web.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.EntryLine;

/**
 * What the search page shows. The address is the whole state.
 *
 * @param q words asked for; may be empty
 * @param total all hits, as a number to read
 * @param from number of the first hit on this page
 * @param to number of the last
 * @param chosen filters in force, each with the address without it
 * @param facets filters to choose from, with counts
 * @param kept filters as hidden fields, so that a new question keeps them
 * @param clear address without any filter
 * @param dataHref the same answer as JSON
 * @param follow what a reader of this answer may follow; null when it is everything
 */
record SearchView(
        String q,
        String total,
        String from,
        String to,
        List<EntryLine> hits,
        List<Chosen> chosen,
        List<Group> facets,
        List<Field> kept,
        Pages pages,
        String clear,
        String dataHref,
        @Nullable Followed follow) {

    /** Tells whether nothing was found. */
    public boolean empty() {
        return hits.isEmpty();
    }

    /** A filter in force. */
    record Chosen(String group, String label, String without) {}

    /** A facet with its values. */
    record Group(String name, String title, List<Option> options, boolean active) {}

    /**
     * A value of a facet.
     *
     * @param href address with the value put on or taken off
     */
    record Option(String label, String count, boolean selected, String href) {}

    /**
     * What may be followed, as {@code fragments/follow.html} takes it.
     *
     * @param word of its kind, in small letters
     */
    record Followed(String kind, String subject, String word) {}

    /** A hidden field of the form. */
    record Field(String name, String value) {}

    /**
     * Where in the hits this page is.
     *
     * @param previous null on the first page
     * @param next null on the last
     */
    record Pages(long page, long last, @Nullable String previous, @Nullable String next) {}
}
