package org.silofri.node.web.company;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * What the page for companies shows. The address is the whole state.
 *
 * @param total open needs under these filters, as a number to read
 * @param none whether there are none
 * @param themes to choose from
 * @param cities to choose from
 * @param filtered whether a filter is in force
 */
record CompaniesView(
        String total,
        boolean none,
        boolean filtered,
        List<Option> themes,
        List<Option> cities,
        List<Need> needs,
        Pages pages) {

    /** A value of a filter. */
    record Option(String value, String label, String count, boolean selected) {}

    /**
     * An open need.
     *
     * @param description its beginning; null when there is none
     * @param stage how far the city has come with it
     * @param contact functional mailboxes and telephones; may be empty
     * @param brings what the city brings, a line each; may be empty
     * @param source where to read more; null when the entry names no address
     */
    record Need(
            Text title,
            String href,
            CityLine city,
            List<Term> themes,
            @Nullable Text description,
            When since,
            Stage stage,
            List<Contact> contact,
            List<Brought> brings,
            @Nullable Link source) {}

    /**
     * How far a city has come with a need.
     *
     * @param css name of the style
     * @param label in the reader's words
     */
    record Stage(String css, String label) {}

    /** A way to reach the city. */
    record Contact(String text, String href) {}

    /** Something that the city brings. */
    record Brought(String label, Text value) {}

    /** An address on the web. */
    record Link(String text, String href) {}

    /** Where in the needs this page is. */
    record Pages(int page, long last, @Nullable String previous, @Nullable String next) {}
}
