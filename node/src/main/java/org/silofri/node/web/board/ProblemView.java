package org.silofri.node.web.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * What the page of a shared problem shows.
 *
 * @param iri of the shared problem, for forms
 * @param at the day that roles are told of, in ISO form
 * @param now who has which role on that day
 * @param coordinates whether the reader may command as coordinator
 * @param cities to choose from when proposing
 */
record ProblemView(
        String iri,
        String href,
        String entry,
        Text title,
        @Nullable Text description,
        String themes,
        boolean historical,
        String at,
        String day,
        List<Holder> now,
        List<Own> own,
        List<Proposal> proposals,
        List<Role> roles,
        List<Step> timeline,
        boolean coordinates,
        List<Term> cities,
        Map<String, String> defaults) {

    /** A city that has a role. */
    record Holder(String role, String city, String tone) {}

    /**
     * A city's own problem.
     *
     * @param said {@code same}, {@code differs} or {@code nothing}
     * @param reason why it differs
     * @param mine whether the reader may publish for that city
     * @param heldBy who holds the city's key; null when it does itself
     */
    record Own(
            String iri,
            String href,
            Text title,
            String city,
            String said,
            @Nullable Text reason,
            boolean mine,
            @Nullable String heldBy) {}

    /**
     * A proposal in its newest version.
     *
     * @param state in words
     * @param tone of the state
     * @param assignable whether the coordinator may give roles now
     */
    record Proposal(
            String iri,
            String hash,
            String shortHash,
            String href,
            String state,
            String tone,
            Text mandate,
            String period,
            String start,
            String deadline,
            List<Asked> asked,
            boolean assignable) {}

    /**
     * A city that is asked.
     *
     * @param answer in words; null when there is none
     * @param mine whether the reader may answer for that city now
     */
    record Asked(
            Term city,
            String role,
            @Nullable String answer,
            String tone,
            @Nullable Text reason,
            @Nullable When said,
            boolean late,
            boolean mine,
            @Nullable String heldBy) {}

    /**
     * A role that was given.
     *
     * @param ground what it rests on
     * @param source address of the source; null unless historical
     * @param objection why it has no effect; null when it counts
     * @param endable whether the coordinator may end it
     */
    record Role(
            String iri,
            String href,
            String city,
            String role,
            String tone,
            String period,
            String ground,
            @Nullable String source,
            @Nullable String objection,
            @Nullable Text reason,
            String last,
            boolean endable) {}

    /**
     * A step on the way.
     *
     * @param note why it has no effect; null when it has
     */
    record Step(When at, String text, @Nullable Text words, @Nullable String note, String signed) {}
}
