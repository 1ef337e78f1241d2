package org.silofri.node.web.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.ProposalState;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.Likeness;

/** Finds out whom the next step is waiting for. */
final class Waits {

    private final Leads leads;
    private final List<Likeness> likenesses;
    private final Map<EntryIri, CityId> owners;
    private final Instant now;

    /**
     * @param owners whose a grouped problem is
     */
    Waits(Leads leads, List<Likeness> likenesses, Map<EntryIri, CityId> owners, Instant now) {
        this.leads = leads;
        this.likenesses = likenesses;
        this.owners = owners;
        this.now = now;
    }

    /** What is waited for. */
    enum What {
        /** The city says whether the problem is its own too. */
        CONFIRM,
        /** The city answers a proposal. */
        ANSWER,
        /** The coordinator gives the role. */
        ASSIGN,
        /** The coordinator proposes anew. */
        PROPOSE
    }

    /**
     * Someone is waited for.
     *
     * @param city null for the coordinator
     * @param role that is asked for; null when it is about none
     * @param deadline null when there is none
     */
    record Wait(
            EntryIri problem,
            What what,
            @Nullable CityId city,
            @Nullable LeadRole role,
            @Nullable LocalDate deadline) {

        boolean overdue(Instant now) {
            return deadline != null && Leads.day(now).isAfter(deadline);
        }
    }

    List<Wait> of(EntryIri problem, SharedProblem said) {
        List<Wait> waits = new ArrayList<>();
        List<Leads.Asked> proposals = leads.proposalsAbout(problem);
        for (Leads.Asked asked : proposals) {
            waits.addAll(of(problem, asked, asked.equals(proposals.getLast())));
        }
        for (EntryIri own : said.groups()) {
            CityId city = owners.get(own);
            boolean told =
                    likenesses.stream()
                            .filter(likeness -> likeness.shared().equals(problem))
                            .anyMatch(likeness -> likeness.problem().equals(own));
            if (city != null && !told) {
                waits.add(new Wait(problem, What.CONFIRM, city, null, null));
            }
        }
        return waits;
    }

    /**
     * @param last whether no later proposal answers for what became of this one
     */
    private List<Wait> of(EntryIri problem, Leads.Asked asked, boolean last) {
        LocalDate deadline = asked.proposal().deadline();
        ProposalState state = leads.state(asked, now);
        List<Wait> waits = new ArrayList<>();
        coordinators(state)
                .filter(what -> last || what != What.PROPOSE)
                .ifPresent(what -> waits.add(new Wait(problem, what, null, null, deadline)));
        for (CityId city : state.waiting()) {
            LeadRole role = asked.proposal().asked().get(city);
            waits.add(new Wait(problem, What.ANSWER, city, role, deadline));
        }
        return waits;
    }

    private static Optional<What> coordinators(ProposalState state) {
        return switch (state) {
            case ProposalState.Accepted accepted -> Optional.of(What.ASSIGN);
            case ProposalState.Declined declined -> Optional.of(What.PROPOSE);
            case ProposalState.Expired expired -> Optional.of(What.PROPOSE);
            case ProposalState.Open open -> Optional.empty();
            case ProposalState.Assigned assigned -> Optional.empty();
            case ProposalState.Superseded superseded -> Optional.empty();
            case ProposalState.Withdrawn withdrawn -> Optional.empty();
        };
    }
}
