package org.silofri.node.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.map.Mark;
import org.silofri.node.web.overview.CityRow;
import org.silofri.node.web.overview.Leads;
import org.silofri.node.web.overview.Listing;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * What the first page shows.
 *
 * @param numbers of the whole network, the members themselves left out
 * @param active how many cities have published something
 * @param cities equal to the marks on the map, most entries first
 * @param marks cities on the map
 * @param leads who leads what; empty while nobody leads
 * @param scaled latest scaling events
 * @param disproved latest disproved results
 * @param open latest open needs
 * @param latest latest entries of all kinds
 * @param themes with the number of entries
 */
record HomeView(
        TallyLine numbers,
        int active,
        List<CityRow> cities,
        List<Mark> marks,
        List<Leads.Lead> leads,
        Column scaled,
        Column disproved,
        Listing open,
        List<EntryLine> latest,
        List<Count> themes) {

    /** One of the two columns of outcomes. */
    record Column(String total, String href, List<Outcome> outcomes) {}

    /**
     * An outcome, with the sentence that tells most about it.
     *
     * @param about what was scaled, or the hypothesis that was refuted; null when nobody told
     * @param instead what took the place of the refuted; null when nothing did
     */
    record Outcome(EntryLine entry, @Nullable Text about, @Nullable EntryLine instead) {}

    /** A theme and how many entries it has. */
    record Count(Term theme, String count, String href) {}
}
