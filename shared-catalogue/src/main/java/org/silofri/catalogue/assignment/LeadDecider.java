package org.silofri.catalogue.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadDecision.Draft;
import org.silofri.catalogue.assignment.LeadDecision.Publish;
import org.silofri.catalogue.assignment.LeadDecision.Refuse;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Leads.Asked;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.assignment.Leads.Replied;
import org.silofri.catalogue.assignment.Objection.Why;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;

/** Decides what may be said next. Whose node it is, and who may command, is checked before. */
public final class LeadDecider {

    private static final int FEWEST = 2;

    private final CityId coordinator;

    /**
     * @param coordinator in whose log roles are given
     */
    public LeadDecider(CityId coordinator) {
        this.coordinator = coordinator;
    }

    /** What is to be published, or why nothing is. */
    public LeadDecision decide(Leads leads, LeadCommand command, Instant now) {
        return switch (command) {
            case LeadCommand.Group(var problem) ->
                    !problem.historical() && problem.groups().size() < FEWEST
                            ? refuse(Objection.of(Why.TOO_FEW))
                            : Publish.anew(problem);
            case LeadCommand.Propose(var proposal) -> propose(leads, proposal, now);
            case LeadCommand.Answer(var city, var answer) -> answer(leads, city, answer, now);
            case LeadCommand.Assign(var proposal) -> assign(leads, proposal, null, now);
            case LeadCommand.HandOver(var proposal, var on) -> assign(leads, proposal, on, now);
            case LeadCommand.End end -> end(leads, end);
            case LeadCommand.Recall(var role) ->
                    judged(leads, role, now)
                            .<LeadDecision>map(LeadDecider::refuse)
                            .orElseGet(() -> Publish.anew(role));
        };
    }

    private LeadDecision propose(Leads leads, Proposal proposal, Instant now) {
        if (leads.problem(proposal.problem()).isEmpty()) {
            return refuse(Objection.of(Why.NO_PROBLEM, proposal.problem()));
        }
        LocalDate deadline = proposal.deadline();
        if (deadline.isBefore(Leads.day(now)) || deadline.isAfter(proposal.period().last())) {
            return refuse(Objection.of(Why.BAD_DEADLINE));
        }
        int asked = proposal.followers().size() + (proposal.deputy() == null ? 1 : 2);
        if (proposal.asked().size() < asked) {
            return refuse(Objection.of(Why.ASKED_TWICE, twice(proposal)));
        }
        return Publish.anew(proposal);
    }

    private static CityId twice(Proposal proposal) {
        return proposal.followers().contains(proposal.lead()) || proposal.deputy() == null
                ? proposal.lead()
                : proposal.deputy();
    }

    private LeadDecision answer(
            Leads leads, CityId city, LeadStatement.Answer answer, Instant now) {
        Optional<Asked> asked = leads.proposal(answer.proposal());
        if (asked.isEmpty()) {
            return refuse(Objection.of(Why.NO_PROPOSAL, answer.proposal()));
        }
        if (!asked.get().origin().hash().equals(answer.proposalHash())) {
            return refuse(Objection.of(Why.SUPERSEDED, answer.proposal()));
        }
        if (!asked.get().proposal().asked().containsKey(city)) {
            return refuse(Objection.of(Why.OTHER_TERMS, city));
        }
        if (answer.reply() != Reply.ACCEPT && answer.reason().isEmpty()) {
            return refuse(Objection.of(Why.NO_REASON));
        }
        if (Leads.day(now).isAfter(asked.get().proposal().deadline())) {
            return refuse(Objection.of(Why.EXPIRED));
        }
        return switch (leads.state(asked.get(), now)) {
            case ProposalState.Superseded(var by) -> refuse(Objection.of(Why.SUPERSEDED, by));
            case ProposalState.Withdrawn gone ->
                    refuse(Objection.of(Why.NO_PROPOSAL, answer.proposal()));
            case ProposalState.Open open -> said(leads, asked.get(), city, answer);
            case ProposalState.Accepted accepted -> said(leads, asked.get(), city, answer);
            case ProposalState.Declined declined -> said(leads, asked.get(), city, answer);
            case ProposalState.Assigned assigned -> said(leads, asked.get(), city, answer);
            case ProposalState.Expired expired -> said(leads, asked.get(), city, answer);
        };
    }

    /** A city that changes its mind says so in the entry of its first answer. */
    private static LeadDecision said(
            Leads leads, Asked asked, CityId city, LeadStatement.Answer answer) {
        @Nullable Replied before = leads.answers(asked).get(city);
        return new Publish(
                List.of(new Draft(before == null ? null : before.origin().entry(), answer)));
    }

    private LeadDecision assign(
            Leads leads, EntryIri entry, @Nullable LocalDate handover, Instant now) {
        Optional<Asked> asked = leads.proposal(entry);
        if (asked.isEmpty()) {
            return refuse(Objection.of(Why.NO_PROPOSAL, entry));
        }
        List<Draft> drafts = new ArrayList<>();
        for (Role role : accepted(leads, asked.get(), handover)) {
            Optional<Objection> objection = judged(leads, role, now);
            if (objection.isPresent()) {
                return refuse(objection.get());
            }
            drafts.add(new Draft(null, role));
        }
        boolean led =
                leads.state(asked.get(), now) instanceof ProposalState.Assigned
                        || drafts.stream().anyMatch(LeadDecider::leads);
        if (!led) {
            return refuse(notAccepted(leads, asked.get()));
        }
        return drafts.isEmpty() ? refuse(Objection.of(Why.NOTHING_TO_ASSIGN)) : new Publish(drafts);
    }

    private static boolean leads(Draft draft) {
        return draft.statement() instanceof Role role && role.role() == LeadRole.LEAD;
    }

    private static Objection notAccepted(Leads leads, Asked asked) {
        CityId lead = asked.proposal().lead();
        return Objection.of(
                leads.answers(asked).containsKey(lead) ? Why.NOT_ACCEPTED : Why.NO_ANSWER, lead);
    }

    /** The roles that cities accepted and do not have yet, the lead's first. */
    private static List<Role> accepted(Leads leads, Asked asked, @Nullable LocalDate handover) {
        Map<CityId, Replied> answers = leads.answers(asked);
        List<Role> roles = new ArrayList<>();
        asked.proposal().asked().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> {
                    Replied replied = answers.get(entry.getKey());
                    if (replied != null
                            && replied.answer().reply() == Reply.ACCEPT
                            && !has(leads, asked, entry.getKey())) {
                        roles.add(role(leads, asked, replied, entry.getValue(), handover));
                    }
                });
        return roles;
    }

    private static Role role(
            Leads leads,
            Asked asked,
            Replied accepted,
            LeadRole role,
            @Nullable LocalDate handover) {
        Proposal terms = asked.proposal();
        Period whole = terms.period();
        return new Role(
                accepted.origin().city(),
                terms.problem(),
                role,
                handover == null || !whole.contains(handover)
                        ? whole
                        : new Period(handover, whole.last()),
                new Ground.Signed(
                        asked.origin().entry(), asked.origin().hash(), accepted.origin().hash()),
                handover == null || role != LeadRole.LEAD
                        ? null
                        : predecessor(leads, terms.problem(), handover),
                Map.of());
    }

    private static @Nullable EntryIri predecessor(Leads leads, EntryIri problem, LocalDate on) {
        return leads.lead(problem, on.minusDays(1))
                .map(given -> given.origin().entry())
                .orElse(null);
    }

    private static boolean has(Leads leads, Asked asked, CityId city) {
        return leads.given().stream()
                .filter(Given::counts)
                .filter(given -> given.role().member().equals(city))
                .anyMatch(given ->
                        given.role().ground() instanceof Ground.Signed signed
                                && signed.proposalHash().equals(asked.origin().hash()));
    }

    private LeadDecision end(Leads leads, LeadCommand.End end) {
        Optional<Given> given = leads.fold().given(end.role()).filter(Given::counts);
        if (given.isEmpty()) {
            return refuse(Objection.of(Why.NO_ROLE, end.role()));
        }
        if (end.reason().isEmpty()) {
            return refuse(Objection.of(Why.NO_REASON));
        }
        if (!given.get().period().contains(end.last())) {
            return refuse(Objection.of(Why.CHANGED));
        }
        Role ended = given.get().role().endingOn(end.last(), end.reason());
        return new Publish(List.of(new Draft(end.role(), ended)));
    }

    /** What every node will say of the role once it is in the coordinator's log. */
    private Optional<Objection> judged(Leads leads, Role role, Instant now) {
        EntryIri fresh =
                new EntryIri(
                        role.problem().base() + "/id/lead-assignment/" + role.member() + "-next");
        Origin next = new Origin(fresh, coordinator, Position.START, "", now);
        return Judge.objection(leads.fold(), next, role);
    }

    private static LeadDecision refuse(Objection objection) {
        return new Refuse(objection);
    }
}
