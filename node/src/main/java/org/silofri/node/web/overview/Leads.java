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
public interface Leads {

    /** Assignments in force, latest first. */
    List<Lead> inForce(int most, Wording say);

    /** Assignments in force in which the city takes part, those that it leads first. */
    List<Lead> of(CityId city, int most, Wording say);

    /**
     * An assignment in force.
     *
     * @param problem the shared problem
     * @param href where to read more
     * @param until its last day in the reader's words; null when it has no end
     */
    record Lead(
            Text problem,
            String href,
            CityLine lead,
            List<CityLine> followers,
            @Nullable String until) {

        public Lead {
            followers = List.copyOf(followers);
        }
    }
}
