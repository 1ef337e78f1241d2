package org.silofri.node.web.home;

import java.util.List;
import org.silofri.node.web.page.EntryLine;
import org.silofri.node.web.page.Term;

/**
 * What the first page shows.
 *
 * @param cities equal to the marks on the map, most entries first
 * @param marks cities on the map
 * @param scaled latest scaling events
 * @param disproved latest disproved results
 * @param latest latest entries of all kinds
 * @param themes with the number of entries
 */
record HomeView(
        String entries,
        List<CityRow> cities,
        List<Mark> marks,
        Column scaled,
        Column disproved,
        List<EntryLine> latest,
        List<Count> themes) {

    /**
     * A city in the table beside the map.
     *
     * @param country in the reader's language
     * @param href search for the city's entries
     * @param example whether there is no evidence that the city is a member
     */
    record CityRow(
            Term city,
            String country,
            String entries,
            String disproved,
            String href,
            boolean example) {}

    /** One of the two columns of outcomes. */
    record Column(String total, String href, List<EntryLine> entries) {}

    /** A theme and how many entries it has. */
    record Count(Term theme, String count, String href) {}
}
