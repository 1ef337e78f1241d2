package org.silofri.node.web.city;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.overview.Leads;
import org.silofri.node.web.overview.Listing;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * What the page of a city shows.
 *
 * @param heldBy who holds the city's key for it; null when it does so itself
 * @param suspended whether the coordinator has suspended it
 * @param evidence where its membership was decided; null when nothing proves it
 * @param numbers how far it has come
 * @param given what others adopted from it
 * @param taken what it adopted from others
 * @param leads assignments in which it takes part
 * @param targets goals with a number
 * @param goals goals in words
 * @param problems open ones
 * @param ladder what it scaled, highest rung first, then what is only tried
 * @param refuted results that disproved what was tried
 * @param results all other results
 */
record CityView(
        CityLine city,
        @Nullable String heldBy,
        boolean suspended,
        @Nullable String evidence,
        TallyLine numbers,
        Exchange given,
        Exchange taken,
        List<Leads.Lead> leads,
        List<Target> targets,
        Listing goals,
        Listing problems,
        List<Rung> ladder,
        Listing refuted,
        Listing results,
        List<Partner> partners) {

    /** Tells whether the city has published nothing. */
    public boolean empty() {
        return numbers.entries().href() == null;
    }

    /** Tells whether the city has neither given nor taken anything. */
    public boolean alone() {
        return given.passed().isEmpty() && taken.passed().isEmpty();
    }

    /**
     * One direction of give and take.
     *
     * @param cities how many others take part
     */
    record Exchange(String total, long cities, List<Passed> passed) {}

    /** An entry of the city, and the other city's that it went to or came from. */
    record Passed(EntryLine own, EntryLine otherEntry, CityLine other) {}

    /**
     * A goal with a number.
     *
     * @param measure what is measured
     * @param base year that it is compared with; empty for an absolute one
     * @param late the year that the source's own dates contradict; null when nothing is odd
     */
    record Target(
            Text measure,
            String href,
            String value,
            String unit,
            String base,
            String year,
            @Nullable String late) {}

    /**
     * A step of the ladder.
     *
     * @param rung null for what is tried and not scaled yet
     */
    record Rung(@Nullable Term rung, List<EntryLine> entries) {}

    /**
     * A partner.
     *
     * @param kind in the reader's words; empty when nobody told
     */
    record Partner(String name, String kind, long entries) {}
}
