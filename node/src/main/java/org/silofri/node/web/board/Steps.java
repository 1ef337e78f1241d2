package org.silofri.node.web.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadEvent;
import org.silofri.catalogue.assignment.LeadStatement;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** How a shared problem came to its leads: every event, also those without effect. */
@Component
class Steps {

    private static final int SHORT = 12;

    private final Cities cities;
    private final Objections objections;

    Steps(Cities cities, Objections objections) {
        this.cities = cities;
        this.objections = objections;
    }

    List<ProblemView.Step> of(EntryIri problem, Leads leads, Wording say) {
        return leads.history(problem).stream().map(event -> step(event, leads, say)).toList();
    }

    private ProblemView.Step step(LeadEvent event, Leads leads, Wording say) {
        var origin = event.origin();
        return new ProblemView.Step(
                say.when(origin.time()),
                text(event, say),
                words(event, say),
                note(event, leads, say),
                say.say(
                        "board.step.signed",
                        cities.name(origin.city(), say),
                        origin.position().toString(),
                        origin.hash().substring(0, SHORT)));
    }

    private String text(LeadEvent event, Wording say) {
        String who = cities.name(event.origin().city(), say);
        return switch (event) {
            case LeadEvent.TakenBack(var origin) ->
                    say.say("board.step.taken-back", who, kind(origin.entry().kind(), say));
            case LeadEvent.Said(var origin, LeadStatement.SharedProblem problem) ->
                    say.say("board.step.group", who, problem.groups().size());
            case LeadEvent.Said(var origin, LeadStatement.Proposal proposal) ->
                    say.say(
                            "board.step.propose",
                            who,
                            cities.name(proposal.lead(), say),
                            BoardDays.period(proposal.period(), say),
                            BoardDays.day(proposal.deadline(), say));
            case LeadEvent.Said(var origin, LeadStatement.Answer answer) ->
                    say.say("board.step.answer", who, BoardViews.reply(answer.reply(), say));
            case LeadEvent.Said(var origin, LeadStatement.Role role) -> role(role, say);
        };
    }

    private String role(LeadStatement.Role role, Wording say) {
        String key =
                role.ground() instanceof Ground.Historical
                        ? "board.step.historical"
                        : role.reason().isEmpty() ? "board.step.assign" : "board.step.end";
        return say.say(
                key,
                cities.name(role.member(), say),
                BoardViews.role(role.role(), say),
                BoardDays.period(role.period(), say));
    }

    private static @Nullable Text words(LeadEvent event, Wording say) {
        Map<String, String> texts =
                switch (event) {
                    case LeadEvent.Said(var origin, LeadStatement.Answer answer) -> answer.reason();
                    case LeadEvent.Said(var origin, LeadStatement.Proposal proposal) ->
                            proposal.mandate();
                    case LeadEvent.Said(var origin, LeadStatement.Role role) -> role.reason();
                    case LeadEvent.Said(var origin, LeadStatement.SharedProblem problem) ->
                            Map.of();
                    case LeadEvent.TakenBack takenBack -> Map.of();
                };
        return texts.isEmpty() ? null : Text.pick(texts, say.language());
    }

    private @Nullable String note(LeadEvent event, Leads leads, Wording say) {
        return switch (event) {
            case LeadEvent.Said(var origin, LeadStatement.Role role) ->
                    leads.objectionTo(origin.hash())
                            .map(why -> say.say("board.no-effect", objections.words(why, say)))
                            .orElse(null);
            case LeadEvent.Said(var origin, LeadStatement.Answer answer) ->
                    answersNewest(answer, leads) ? null : say.say("board.step.superseded");
            case LeadEvent.Said(var origin, LeadStatement.Proposal proposal) ->
                    leads.successor(origin).isPresent() ? say.say("board.state.superseded") : null;
            case LeadEvent.Said(var origin, LeadStatement.SharedProblem problem) -> null;
            case LeadEvent.TakenBack takenBack -> null;
        };
    }

    private static boolean answersNewest(LeadStatement.Answer answer, Leads leads) {
        Optional<Leads.Asked> asked = leads.proposal(answer.proposal());
        return asked.filter(newest -> newest.origin().hash().equals(answer.proposalHash()))
                .filter(newest -> leads.successor(newest.origin()).isEmpty())
                .isPresent();
    }

    private static String kind(EntryKind kind, Wording say) {
        return Terms.kind(kind, say.language()).label();
    }
}
