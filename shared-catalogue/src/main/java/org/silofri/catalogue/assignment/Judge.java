package org.silofri.catalogue.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Leads.Asked;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.assignment.Objection.Why;
import org.silofri.catalogue.entry.EntryIri;

/**
 * Judges whether a role counts, at its place in the coordinator's log. The same rules hold back the
 * coordinator's own node and tell every other node what to leave out.
 */
final class Judge {

    private Judge() {}

    /** Why the role has no effect; empty when it has. */
    static Optional<Objection> objection(LeadFold fold, Origin origin, Role role) {
        Optional<Given> before = fold.given(origin.entry()).filter(Given::counts);
        if (before.isPresent()) {
            return changed(before.get(), role);
        }
        Optional<Objection> groundless =
                switch (role.ground()) {
                    case Ground.Signed signed -> unsigned(fold, origin, role, signed);
                    case Ground.Historical historical ->
                            role.period().last().isBefore(Leads.day(origin.time()))
                                    ? Optional.empty()
                                    : Optional.of(Objection.of(Why.NOT_OVER));
                };
        return groundless.isPresent() || role.role() != LeadRole.LEAD
                ? groundless
                : twoLeads(fold, role);
    }

    private static Optional<Objection> changed(Given before, Role role) {
        Role old = before.role();
        boolean shortened =
                old.member().equals(role.member())
                        && old.problem().equals(role.problem())
                        && old.role() == role.role()
                        && old.ground().equals(role.ground())
                        && java.util.Objects.equals(old.takesOverFrom(), role.takesOverFrom())
                        && old.period().first().equals(role.period().first())
                        && role.period().within(before.period());
        return shortened ? Optional.empty() : Optional.of(Objection.of(Why.CHANGED));
    }

    private static Optional<Objection> unsigned(
            LeadFold fold, Origin origin, Role role, Ground.Signed ground) {
        Optional<Asked> asked =
                fold.proposals().getOrDefault(ground.proposal(), List.of()).stream()
                        .filter(version -> version.origin().hash().equals(ground.proposalHash()))
                        .findFirst();
        if (asked.isEmpty() || fold.withdrawn().contains(ground.proposal())) {
            return Optional.of(Objection.of(Why.NO_PROPOSAL, ground.proposal()));
        }
        Optional<EntryIri> successor = fold.successor(asked.get().origin());
        if (successor.isPresent()) {
            return Optional.of(Objection.of(Why.SUPERSEDED, successor.get()));
        }
        LeadStatement.Proposal terms = asked.get().proposal();
        boolean asAsked =
                terms.problem().equals(role.problem())
                        && terms.asked().get(role.member()) == role.role()
                        && role.period().within(terms.period());
        return asAsked
                ? unaccepted(fold, origin, role, ground)
                : Optional.of(Objection.of(Why.OTHER_TERMS, role.member()));
    }

    private static Optional<Objection> unaccepted(
            LeadFold fold, Origin origin, Role role, Ground.Signed ground) {
        Optional<Said> signed = fold.signed(ground.answerHash());
        if (signed.isEmpty()) {
            return Optional.of(Objection.of(Why.NO_ANSWER, role.member()));
        }
        Said said = signed.get();
        Answer answer = (Answer) said.statement();
        if (!said.origin().city().equals(role.member())) {
            return Optional.of(Objection.of(Why.FOREIGN_ANSWER, said.origin().city()));
        }
        if (!answer.proposalHash().equals(ground.proposalHash())
                || !answer.proposal().equals(ground.proposal())) {
            return Optional.of(Objection.of(Why.OTHER_ANSWER, role.member()));
        }
        if (answer.reply() != Reply.ACCEPT) {
            return Optional.of(Objection.of(Why.NOT_ACCEPTED, role.member()));
        }
        return fold.laterThan(said).stream()
                        .filter(later -> !accepts(later))
                        .anyMatch(later -> later.origin().time().isBefore(origin.time()))
                ? Optional.of(Objection.of(Why.TAKEN_BACK, role.member()))
                : Optional.empty();
    }

    private static boolean accepts(LeadEvent event) {
        return event instanceof Said said
                && said.statement() instanceof Answer answer
                && answer.reply() == Reply.ACCEPT;
    }

    private static Optional<Objection> twoLeads(LeadFold fold, Role role) {
        @Nullable EntryIri predecessor = role.takesOverFrom();
        if (predecessor != null && !canTakeOver(fold, role, predecessor)) {
            return Optional.of(Objection.of(Why.NO_PREDECESSOR, predecessor));
        }
        return fold.given().stream()
                .filter(given -> given.counts() && given.role().role() == LeadRole.LEAD)
                .filter(given -> given.role().problem().equals(role.problem()))
                .filter(given -> !given.origin().entry().equals(predecessor))
                .filter(given -> given.period().overlaps(role.period()))
                .findFirst()
                .map(given -> Objection.of(Why.OVERLAPS, given.role().member()));
    }

    private static boolean canTakeOver(LeadFold fold, Role role, EntryIri predecessor) {
        LocalDate first = role.period().first();
        return fold.given(predecessor)
                .filter(given -> given.counts() && given.role().role() == LeadRole.LEAD)
                .filter(given -> given.role().ground() instanceof Ground.Signed)
                .filter(given -> given.role().problem().equals(role.problem()))
                .filter(given -> first.isAfter(given.period().first()))
                .filter(given -> given.period().contains(first.minusDays(1)))
                .isPresent();
    }

    /** What is left of a period when another takes over: all days before its first. */
    static Period handedOver(Period old, Period next) {
        return old.until(next.first().minusDays(1));
    }
}
