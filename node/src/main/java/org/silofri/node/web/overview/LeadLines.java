package org.silofri.node.web.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;

/**
 * Who leads what, for pages that tell it among other things. Whatever knows the assignments of lead
 * cities provides one; without it these pages leave the section out.
 */
public interface LeadLines {

    /** Assignments in force, latest first; then the latest that have ended. */
    List<Line> latest(int most, Wording say);

    /** The same, but only those in which the city takes part. */
    List<Line> of(CityId city, int most, Wording say);

    /**
     * An assignment.
     *
     * @param problem the shared problem
     * @param href where to read more
     * @param past whether the assignment has ended
     * @param until its last day in the reader's words; null when it has no end
     */
    record Line(
            Text problem,
            String href,
            boolean past,
            CityLine lead,
            List<CityLine> followers,
            @Nullable String until) {

        public Line {
            followers = List.copyOf(followers);
        }
    }
}
