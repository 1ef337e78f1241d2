package org.silofri.catalogue.assignment;

import java.time.LocalDate;
import java.util.Map;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/** What coordinator and cities want to do. */
public sealed interface LeadCommand {

    /** The coordinator groups problems. */
    record Group(LeadStatement.SharedProblem problem) implements LeadCommand {}

    /** The coordinator asks cities. */
    record Propose(LeadStatement.Proposal proposal) implements LeadCommand {}

    /**
     * A city answers.
     *
     * @param city that answers for itself
     * @param answer to the version of the proposal that the city has seen
     */
    record Answer(CityId city, LeadStatement.Answer answer) implements LeadCommand {}

    /** The coordinator gives all roles of a proposal that were accepted and are not given yet. */
    record Assign(EntryIri proposal) implements LeadCommand {}

    /**
     * The coordinator lets the proposed lead take over.
     *
     * @param on first day of the new lead; the old one's last is the day before
     */
    record HandOver(EntryIri proposal, LocalDate on) implements LeadCommand {}

    /**
     * The coordinator ends a role before its period is over.
     *
     * @param last its last day
     * @param reason why, by language tag
     */
    record End(EntryIri role, LocalDate last, Map<String, String> reason) implements LeadCommand {
        public End {
            reason = Map.copyOf(reason);
        }
    }

    /** The coordinator tells of roles that are over, with their source. */
    record Recall(LeadStatement.Role role) implements LeadCommand {}
}
