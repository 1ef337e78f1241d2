package org.silofri.node.web.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.assignment.Likeness;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Caller;
import org.silofri.node.web.board.BoardData.Moment;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Puts the page of a shared problem together. */
@Component
class ProblemViews {

    private final NodeIdentity identity;
    private final LeadService leads;
    private final Projections projections;
    private final BoardData data;
    private final ProposalViews proposals;
    private final Steps steps;
    private final Objections objections;
    private final Cities cities;
    private final EntryLinks links;

    ProblemViews(
            NodeIdentity identity,
            LeadService leads,
            Projections projections,
            BoardData data,
            ProposalViews proposals,
            Steps steps,
            Objections objections,
            Cities cities,
            EntryLinks links) {
        this.identity = identity;
        this.leads = leads;
        this.projections = projections;
        this.data = data;
        this.proposals = proposals;
        this.steps = steps;
        this.objections = objections;
        this.cities = cities;
        this.links = links;
    }

    ProblemView view(
            EntryIri entry,
            BoardFilter filter,
            Moment moment,
            @Nullable Caller caller,
            Wording say) {
        SharedProblem problem = moment.leads().problem(entry).orElseThrow();
        boolean coordinates = coordinates(caller);
        return new ProblemView(
                entry.value(),
                BoardViews.href(entry),
                links.page(entry),
                BoardViews.title(problem, say),
                problem.description().isEmpty()
                        ? null
                        : Text.pick(problem.description(), say.language()),
                BoardViews.themes(problem, say),
                problem.historical(),
                filter.day().toString(),
                BoardDays.day(filter.day(), say),
                holders(entry, filter.day(), moment, say),
                problem.groups().stream()
                        .sorted()
                        .map(own -> own(own, entry, moment, caller, say))
                        .toList(),
                proposals.of(entry, moment, caller, coordinates, say),
                moment.leads().given().stream()
                        .filter(given -> given.role().problem().equals(entry))
                        .map(given -> role(given, coordinates, say))
                        .toList(),
                steps.of(entry, moment.leads(), say),
                coordinates && !problem.historical(),
                data.cities().stream()
                        .map(city -> cities.term(city, say))
                        .sorted(Comparator.comparing(term -> term.label(), say.alphabetical()))
                        .toList(),
                defaults(filter.day()));
    }

    /** What the form for a proposal starts with: two weeks to answer, then a year. */
    private static Map<String, String> defaults(LocalDate day) {
        LocalDate deadline = day.plusWeeks(2);
        LocalDate start = deadline.plusMonths(1).withDayOfMonth(1);
        return Map.of(
                "deadline", deadline.toString(),
                "start", start.toString(),
                "end", start.plusYears(1).minusDays(1).toString());
    }

    private boolean coordinates(@Nullable Caller caller) {
        return caller != null
                && leads.coordinates()
                && caller.coordinates(identity.network().coordinator());
    }

    private List<ProblemView.Holder> holders(
            EntryIri entry, LocalDate day, Moment moment, Wording say) {
        return moment.leads().roles(entry, day).stream()
                .sorted(Comparator.comparing((Given given) -> given.role().role()))
                .map(given ->
                        new ProblemView.Holder(
                                BoardViews.role(given.role().role(), say),
                                cities.name(given.role().member(), say),
                                given.role().role().notation()))
                .toList();
    }

    private ProblemView.Own own(
            EntryIri own, EntryIri shared, Moment moment, @Nullable Caller caller, Wording say) {
        Optional<Likeness> said = moment.likeness(own, shared);
        Optional<CityId> city = Optional.ofNullable(moment.owners().get(own));
        boolean mine =
                caller != null
                        && city.filter(caller::mayPublish).filter(identity::owns).isPresent();
        Map<String, String> title =
                projections.graph().entry(own).map(entry -> entry.title()).orElse(Map.of());
        return new ProblemView.Own(
                own.value(),
                links.page(own),
                title.isEmpty()
                        ? Text.plain(EntryLinks.shown(own.value()))
                        : Text.pick(title, say.language()),
                city.map(c -> cities.name(c, say)).orElse(own.base()),
                said.map(likeness -> likeness.same() ? "same" : "differs").orElse("nothing"),
                said.filter(likeness -> !likeness.reason().isEmpty())
                        .map(likeness -> Text.pick(likeness.reason(), say.language()))
                        .orElse(null),
                mine,
                city.map(c -> cities.heldBy(c, say)).orElse(null));
    }

    private ProblemView.Role role(Given given, boolean coordinates, Wording say) {
        var role = given.role();
        String source =
                role.ground() instanceof Ground.Historical(var sources)
                        ? sources.stream()
                                .flatMap(iri -> EntryLinks.web(iri).stream())
                                .findFirst()
                                .orElse(null)
                        : null;
        String ground =
                switch (role.ground()) {
                    case Ground.Historical historical -> say.say("board.ground.historical");
                    case Ground.Signed signed ->
                            say.say("board.ground.signed", signed.answerHash().substring(0, 12));
                };
        return new ProblemView.Role(
                given.origin().entry().value(),
                links.page(given.origin().entry()),
                cities.name(role.member(), say),
                BoardViews.role(role.role(), say),
                role.role().notation(),
                BoardDays.period(given.period(), say),
                ground,
                source,
                given.objection().map(why -> objections.words(why, say)).orElse(null),
                role.reason().isEmpty() ? null : Text.pick(role.reason(), say.language()),
                given.period().last().toString(),
                coordinates && given.counts() && role.ground() instanceof Ground.Signed);
    }
}
