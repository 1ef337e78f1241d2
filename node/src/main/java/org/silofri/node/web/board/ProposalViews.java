package org.silofri.node.web.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.Leads.Asked;
import org.silofri.catalogue.assignment.Leads.Replied;
import org.silofri.catalogue.assignment.ProposalState;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.Caller;
import org.silofri.node.web.board.BoardData.Moment;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Proposals with who is asked and what they said. */
@Component
class ProposalViews {

    private static final int SHORT = 12;

    private final NodeIdentity identity;
    private final Cities cities;
    private final EntryLinks links;

    ProposalViews(NodeIdentity identity, Cities cities, EntryLinks links) {
        this.identity = identity;
        this.cities = cities;
        this.links = links;
    }

    /** All about the shared problem, the newest first. */
    List<ProblemView.Proposal> of(
            EntryIri problem,
            Moment moment,
            @Nullable Caller caller,
            boolean coordinates,
            Wording say) {
        return moment.leads().proposalsAbout(problem).reversed().stream()
                .map(asked -> view(asked, moment, caller, coordinates, say))
                .toList();
    }

    private ProblemView.Proposal view(
            Asked asked, Moment moment, @Nullable Caller caller, boolean coordinates, Wording say) {
        ProposalState state = moment.leads().state(asked, moment.now());
        Map<CityId, Replied> answers = moment.leads().answers(asked);
        var terms = asked.proposal();
        String hash = asked.origin().hash();
        return new ProblemView.Proposal(
                asked.origin().entry().value(),
                hash,
                hash.substring(0, SHORT),
                links.page(asked.origin().entry()),
                words(state, say),
                tone(state),
                Text.pick(terms.mandate(), say.language()),
                BoardDays.period(terms.period(), say),
                terms.period().first().toString(),
                BoardDays.day(terms.deadline(), say),
                terms.asked().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(entry ->
                                asked(
                                        entry.getKey(),
                                        entry.getValue(),
                                        answers.get(entry.getKey()),
                                        open(asked, state, moment),
                                        caller,
                                        say))
                        .toList(),
                coordinates && assignable(state, answers, moment));
    }

    private ProblemView.Asked asked(
            CityId city,
            LeadRole role,
            @Nullable Replied replied,
            boolean open,
            @Nullable Caller caller,
            Wording say) {
        boolean mine = open && caller != null && caller.mayPublish(city) && identity.owns(city);
        if (replied == null) {
            return new ProblemView.Asked(
                    cities.term(city, say),
                    BoardViews.role(role, say),
                    null,
                    "quiet",
                    null,
                    null,
                    false,
                    mine,
                    cities.heldBy(city, say));
        }
        var answer = replied.answer();
        return new ProblemView.Asked(
                cities.term(city, say),
                BoardViews.role(role, say),
                BoardViews.reply(answer.reply(), say),
                answer.reply().notation(),
                answer.reason().isEmpty() ? null : Text.pick(answer.reason(), say.language()),
                say.when(replied.origin().time()),
                replied.late(),
                mine,
                cities.heldBy(city, say));
    }

    /** Answers may still be given. */
    private static boolean open(Asked asked, ProposalState state, Moment moment) {
        boolean gone =
                state instanceof ProposalState.Superseded
                        || state instanceof ProposalState.Withdrawn;
        return !gone
                && !org.silofri.catalogue.assignment.Leads.day(moment.now())
                        .isAfter(asked.proposal().deadline());
    }

    private static boolean assignable(
            ProposalState state, Map<CityId, Replied> answers, Moment moment) {
        return state instanceof ProposalState.Accepted
                || (state instanceof ProposalState.Assigned(var role, var waiting)
                        && answers.values().stream()
                                .filter(replied -> replied.answer().reply() == Reply.ACCEPT)
                                .anyMatch(replied -> !has(replied, moment)));
    }

    private static boolean has(Replied replied, Moment moment) {
        return moment.leads().given().stream()
                .filter(given -> given.counts())
                .anyMatch(given ->
                        given.role().ground()
                                        instanceof
                                        org.silofri.catalogue.assignment.LeadStatement.Ground.Signed
                                                signed
                                && signed.answerHash().equals(replied.origin().hash()));
    }

    private String words(ProposalState state, Wording say) {
        return switch (state) {
            case ProposalState.Open(var waiting) ->
                    say.say("board.state.open", cities.names(waiting, say));
            case ProposalState.Accepted(var waiting) -> say.say("board.state.accepted");
            case ProposalState.Declined(var reply) ->
                    say.say("board.state.declined", BoardViews.reply(reply, say));
            case ProposalState.Assigned(var role, var waiting) -> say.say("board.state.assigned");
            case ProposalState.Superseded(var by) -> say.say("board.state.superseded");
            case ProposalState.Expired(var silent) -> say.say("board.state.expired");
            case ProposalState.Withdrawn withdrawn -> say.say("board.state.withdrawn");
        };
    }

    private static String tone(ProposalState state) {
        return switch (state) {
            case ProposalState.Open open -> "asked";
            case ProposalState.Accepted accepted -> "accept";
            case ProposalState.Declined declined -> "decline";
            case ProposalState.Assigned assigned -> "lead";
            case ProposalState.Superseded superseded -> "quiet";
            case ProposalState.Expired expired -> "decline";
            case ProposalState.Withdrawn withdrawn -> "quiet";
        };
    }
}
