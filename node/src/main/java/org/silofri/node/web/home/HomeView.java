package org.silofri.node.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * What the first page shows.
 *
 * @param entries how many there are, the members themselves left out
 * @param active how many cities they come from
 * @param cities equal to the marks on the map, most entries first
 * @param marks cities on the map
 * @param scaled latest scaling events
 * @param disproved latest disproved results
 * @param latest latest entries of all kinds
 * @param themes with the number of entries
 */
record HomeView(
        String entries,
        int active,
        List<CityRow> cities,
        List<Mark> marks,
        Column scaled,
        Column disproved,
        List<EntryLine> latest,
        List<Count> themes) {

    /**
     * A city in the table beside the map.
     *
     * @param disproved how many of its results refute a hypothesis
     */
    record CityRow(CityLine city, String entries, String disproved) {}

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
