package org.silofri.node.web.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.assignment.ProposalState;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.Likeness;
import org.silofri.node.web.board.BoardData.Moment;
import org.silofri.node.web.board.Waits.Wait;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/** Puts the board together. */
@Component
class BoardViews {

    private final Cities cities;

    BoardViews(Cities cities) {
        this.cities = cities;
    }

    BoardView view(BoardFilter filter, Moment moment, Wording say) {
        List<Map.Entry<EntryIri, SharedProblem>> problems = problems(filter, moment, say);
        List<Wait> waits =
                problems.stream()
                        .flatMap(problem ->
                                moment.waits().of(problem.getKey(), problem.getValue()).stream())
                        .sorted(
                                Comparator.comparing(
                                        Wait::deadline,
                                        Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
        List<CityId> heads = involved(problems, filter, moment, say);
        return new BoardView(
                filter.day().toString(),
                BoardDays.day(filter.day(), say),
                filter.today(),
                CodeList.THEME.concepts().stream()
                        .map(theme -> new Term(theme.notation(), theme.label(say.language())))
                        .toList(),
                filter.theme(),
                filter.waiting(),
                heads.stream().map(city -> cities.term(city, say)).toList(),
                problems.stream().map(p -> row(p, heads, waits, filter, moment, say)).toList(),
                filter.today()
                        ? waits.stream().map(wait -> waiting(wait, moment, say)).toList()
                        : List.of(),
                List.of(
                        new BoardView.File("CSV", filter.address("/board.csv")),
                        new BoardView.File(
                                say.say("board.calendar"), filter.address("/board.ics"))));
    }

    /** The problems asked for: those that wait first, historical ones last, then by title. */
    List<Map.Entry<EntryIri, SharedProblem>> problems(
            BoardFilter filter, Moment moment, Wording say) {
        return moment.leads().problems().entrySet().stream()
                .filter(problem -> filter.takes(problem.getValue()))
                .filter(problem ->
                        !filter.waiting()
                                || !moment.waits()
                                        .of(problem.getKey(), problem.getValue())
                                        .isEmpty())
                .sorted(
                        Comparator.comparing((Map.Entry<EntryIri, SharedProblem> problem) ->
                                        problem.getValue().historical())
                                .thenComparing(
                                        problem -> title(problem.getValue(), say).value(),
                                        say.alphabetical()))
                .toList();
    }

    static Text title(SharedProblem problem, Wording say) {
        return Text.pick(problem.title(), say.language());
    }

    private List<CityId> involved(
            List<Map.Entry<EntryIri, SharedProblem>> problems,
            BoardFilter filter,
            Moment moment,
            Wording say) {
        Set<CityId> involved = new TreeSet<>();
        for (Map.Entry<EntryIri, SharedProblem> problem : problems) {
            moment.leads()
                    .roles(problem.getKey(), filter.day())
                    .forEach(given -> involved.add(given.role().member()));
            if (filter.today()) {
                problem.getValue().groups().stream()
                        .map(moment.owners()::get)
                        .filter(Objects::nonNull)
                        .forEach(involved::add);
                moment.leads()
                        .proposalsAbout(problem.getKey())
                        .forEach(asked -> involved.addAll(asked.proposal().asked().keySet()));
            }
        }
        return involved.stream()
                .sorted(Comparator.comparing(city -> cities.name(city, say), say.alphabetical()))
                .toList();
    }

    private BoardView.Row row(
            Map.Entry<EntryIri, SharedProblem> problem,
            List<CityId> heads,
            List<Wait> waits,
            BoardFilter filter,
            Moment moment,
            Wording say) {
        EntryIri entry = problem.getKey();
        Optional<LocalDate> deadline =
                waits.stream()
                        .filter(wait -> wait.problem().equals(entry))
                        .map(Wait::deadline)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
        return new BoardView.Row(
                href(entry),
                title(problem.getValue(), say),
                themes(problem.getValue(), say),
                problem.getValue().historical(),
                moment.leads()
                        .lead(entry, filter.day())
                        .map(given -> cities.name(given.role().member(), say))
                        .orElse(null),
                filter.today() ? deadline.map(day -> BoardDays.day(day, say)).orElse(null) : null,
                heads.stream().map(city -> cell(problem, city, filter, moment, say)).toList());
    }

    static String href(EntryIri problem) {
        return "/board/" + problem.key();
    }

    static String themes(SharedProblem problem, Wording say) {
        return String.join(
                ", ",
                problem.themes().stream()
                        .map(theme -> Terms.theme(theme, say.language()).label())
                        .toList());
    }

    private BoardView.Cell cell(
            Map.Entry<EntryIri, SharedProblem> problem,
            CityId city,
            BoardFilter filter,
            Moment moment,
            Wording say) {
        List<BoardView.Mark> marks = new ArrayList<>();
        for (Given given : moment.leads().roles(problem.getKey(), filter.day())) {
            if (given.role().member().equals(city)) {
                LeadRole role = given.role().role();
                marks.add(new BoardView.Mark(role(role, say), role.notation()));
            }
        }
        if (filter.today()) {
            moment.leads()
                    .proposalsAbout(problem.getKey())
                    .forEach(asked -> asked(asked, city, moment, say, marks));
            problem.getValue().groups().stream()
                    .filter(own -> city.equals(moment.owners().get(own)))
                    .forEach(own ->
                            marks.add(likeness(moment.likeness(own, problem.getKey()), say)));
        }
        return new BoardView.Cell(marks);
    }

    static String role(LeadRole role, Wording say) {
        return Terms.of(CodeList.ROLE, role.notation(), say.language()).label();
    }

    static String reply(Reply reply, Wording say) {
        return Terms.of(CodeList.ANSWER, reply.notation(), say.language()).label();
    }

    private static void asked(
            Leads.Asked asked,
            CityId city,
            Moment moment,
            Wording say,
            List<BoardView.Mark> marks) {
        LeadRole role = asked.proposal().asked().get(city);
        ProposalState state = moment.leads().state(asked, moment.now());
        boolean over =
                state instanceof ProposalState.Superseded
                        || state instanceof ProposalState.Withdrawn
                        || state instanceof ProposalState.Assigned;
        if (role == null || over) {
            return;
        }
        Leads.Replied replied = moment.leads().answers(asked).get(city);
        if (replied != null) {
            Reply reply = replied.answer().reply();
            marks.add(
                    new BoardView.Mark(
                            say.say("board.mark.replied", reply(reply, say), role(role, say)),
                            reply.notation()));
        } else if (state.waiting().contains(city)) {
            marks.add(new BoardView.Mark(say.say("board.mark.asked", role(role, say)), "asked"));
        }
    }

    private static BoardView.Mark likeness(Optional<Likeness> said, Wording say) {
        if (said.isEmpty()) {
            return new BoardView.Mark(say.say("board.mark.grouped"), "quiet");
        }
        return said.get().same()
                ? new BoardView.Mark(say.say("board.mark.confirmed"), "confirmed")
                : new BoardView.Mark(say.say("board.mark.differs"), "differs");
    }

    private BoardView.Waiting waiting(Wait wait, Moment moment, Wording say) {
        SharedProblem problem = moment.leads().problem(wait.problem()).orElseThrow();
        LocalDate deadline = wait.deadline();
        return new BoardView.Waiting(
                href(wait.problem()),
                title(problem, say),
                who(wait.city(), say),
                what(wait, say),
                deadline == null ? null : BoardDays.day(deadline, say),
                wait.overdue(moment.now()));
    }

    String who(@Nullable CityId city, Wording say) {
        return city == null ? say.say("coordinator") : cities.name(city, say);
    }

    static String what(Wait wait, Wording say) {
        LeadRole role = wait.role();
        return role == null
                ? say.say("board.wait." + wait.what().name().toLowerCase(java.util.Locale.ROOT))
                : say.say("board.wait.answer", role(role, say));
    }
}
