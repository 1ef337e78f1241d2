package org.silofri.node.web.theme;

import java.util.List;
import org.silofri.node.web.map.Mark;
import org.silofri.node.web.overview.CityRow;
import org.silofri.node.web.overview.Listing;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.wording.Term;

/**
 * What the page of a theme shows.
 *
 * @param iri of the concept
 * @param numbers of all cities
 * @param open needs that no city of theirs has solved
 * @param tried pilots
 * @param scaled scaling events
 * @param refuted results that disproved what was tried
 * @param cities equal to the marks on the map
 */
record ThemeView(
        Term theme,
        String iri,
        TallyLine numbers,
        Listing open,
        Listing tried,
        Listing scaled,
        Listing refuted,
        List<CityRow> cities,
        List<Mark> marks) {

    /** Tells whether nobody has published anything on it. */
    public boolean empty() {
        return numbers.entries().href() == null;
    }
}
