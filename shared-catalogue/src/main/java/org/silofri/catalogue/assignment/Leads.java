package org.silofri.catalogue.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * What the logs say about leads: shared problems, proposals with their answers, roles and whether
 * they count. Made from the events in whatever order they arrived; two nodes that hold the same
 * events say the same. The coordinator's log is the order of what the coordinator says; an answer
 * counts when the coordinator's role cites it (ADR 0101). Never changes.
 */
public final class Leads {

    private final LeadFold fold;
    private final List<LeadEvent> events;

    private Leads(LeadFold fold, List<LeadEvent> events) {
        this.fold = fold;
        this.events = events;
    }

    /**
     * Reads the events.
     *
     * @param events of all logs, each once, in any order; of the kinds that F18 lets stand there
     * @param coordinator whose log is the order
     */
    public static Leads of(Collection<LeadEvent> events, CityId coordinator) {
        List<LeadEvent> sorted = new ArrayList<>(events);
        sorted.sort(
                Comparator.comparing((LeadEvent event) -> event.origin().city())
                        .thenComparing(event -> event.origin().position()));
        var fold = new LeadFold();
        sorted.stream()
                .filter(event -> !event.origin().city().equals(coordinator))
                .forEach(fold::answer);
        sorted.stream()
                .filter(event -> event.origin().city().equals(coordinator))
                .forEach(fold::apply);
        return new Leads(fold, List.copyOf(sorted));
    }

    LeadFold fold() {
        return fold;
    }

    /** The shared problems that are not withdrawn, by IRI. */
    public Map<EntryIri, SharedProblem> problems() {
        Map<EntryIri, SharedProblem> problems = new TreeMap<>();
        fold.problems().forEach((entry, said) -> problems.put(entry, said));
        return problems;
    }

    /** The shared problem, unless it is withdrawn. */
    public Optional<SharedProblem> problem(EntryIri entry) {
        return Optional.ofNullable(fold.problems().get(entry));
    }

    /**
     * A version of a proposal, the newest one first.
     *
     * @param proposal what it asks
     */
    public record Asked(Origin origin, Proposal proposal) {}

    /** The newest version of the proposal, also when it is withdrawn. */
    public Optional<Asked> proposal(EntryIri entry) {
        return fold.proposals().getOrDefault(entry, List.of()).stream().findFirst();
    }

    /** What took the place of that version of a proposal: a later version, or another proposal. */
    public Optional<EntryIri> successor(Origin version) {
        return fold.successor(version);
    }

    /** Newest versions of all proposals about a shared problem, oldest first. */
    public List<Asked> proposalsAbout(EntryIri problem) {
        return fold.proposals().values().stream()
                .map(List::getFirst)
                .filter(asked -> asked.proposal().problem().equals(problem))
                .sorted(Comparator.comparing(asked -> asked.origin().position()))
                .toList();
    }

    /**
     * What a city says to a version of a proposal.
     *
     * @param late whether it came after the deadline
     */
    public record Replied(Origin origin, Answer answer, boolean late) {}

    /** The newest answers to exactly this version, by city; cities that are not asked too. */
    public Map<CityId, Replied> answers(Asked asked) {
        Map<CityId, Replied> answers = new TreeMap<>();
        for (Said said : fold.answersTo(asked.origin().hash())) {
            boolean late = day(said.origin().time()).isAfter(asked.proposal().deadline());
            Answer answer = (Answer) said.statement();
            answers.put(said.origin().city(), new Replied(said.origin(), answer, late));
        }
        return answers;
    }

    /** Where a proposal has come. */
    public ProposalState state(Asked asked, Instant now) {
        EntryIri entry = asked.origin().entry();
        Optional<EntryIri> successor = fold.successor(asked.origin());
        if (fold.withdrawn().contains(entry)) {
            return new ProposalState.Withdrawn();
        }
        if (successor.isPresent()) {
            return new ProposalState.Superseded(successor.get());
        }
        Map<CityId, Replied> answers = answers(asked);
        Set<CityId> waiting = new TreeSet<>(asked.proposal().asked().keySet());
        waiting.removeAll(answers.keySet());
        Optional<Given> lead =
                given().stream()
                        .filter(given -> given.counts() && given.role().role() == LeadRole.LEAD)
                        .filter(given -> cites(given, asked))
                        .findFirst();
        if (lead.isPresent()) {
            return new ProposalState.Assigned(lead.get().origin().entry(), waiting);
        }
        boolean over = day(now).isAfter(asked.proposal().deadline());
        Replied reply = answers.get(asked.proposal().lead());
        if (reply == null) {
            return over ? new ProposalState.Expired(waiting) : new ProposalState.Open(waiting);
        }
        return reply.answer().reply() == Reply.ACCEPT
                ? new ProposalState.Accepted(over ? Set.of() : waiting)
                : new ProposalState.Declined(reply.answer().reply());
    }

    private static boolean cites(Given given, Asked asked) {
        return given.role().ground() instanceof Ground.Signed signed
                && signed.proposalHash().equals(asked.origin().hash());
    }

    /**
     * A role that the coordinator gave, in its newest version that counts, or its newest at all.
     *
     * @param role as it was said
     * @param period the days on which it counts: a handover may have ended it
     * @param objection why it has no effect; empty when it counts
     */
    public record Given(Origin origin, Role role, Period period, Optional<Objection> objection) {

        /** Tells whether the city has the role. */
        public boolean counts() {
            return objection.isEmpty();
        }
    }

    /** All roles in the coordinator's order, those without effect too. */
    public List<Given> given() {
        return fold.given();
    }

    /** Why the event with that hash, which gives or changes a role, has no effect. */
    public Optional<Objection> objectionTo(String hash) {
        return fold.objectionTo(hash);
    }

    /** The role in its newest version that counts, or its newest at all. */
    public Optional<Given> given(EntryIri role) {
        return fold.given(role);
    }

    /** Roles for that shared problem that count on that day. */
    public List<Given> roles(EntryIri problem, LocalDate day) {
        return given().stream()
                .filter(Given::counts)
                .filter(given -> given.role().problem().equals(problem))
                .filter(given -> given.period().contains(day))
                .toList();
    }

    /** Who leads that shared problem on that day. */
    public Optional<Given> lead(EntryIri problem, LocalDate day) {
        return roles(problem, day).stream()
                .filter(given -> given.role().role() == LeadRole.LEAD)
                .findFirst();
    }

    /** Everything that was said about a shared problem, oldest first by its authors' clocks. */
    public List<LeadEvent> history(EntryIri problem) {
        Set<EntryIri> about = new TreeSet<>();
        about.add(problem);
        saids().forEach(said -> {
            switch (said.statement()) {
                case Proposal proposal when proposal.problem().equals(problem) ->
                        about.add(said.origin().entry());
                case Role role when role.problem().equals(problem) ->
                        about.add(said.origin().entry());
                default -> {}
            }
        });
        saids().forEach(said -> {
            if (said.statement() instanceof Answer answer && about.contains(answer.proposal())) {
                about.add(said.origin().entry());
            }
        });
        return events.stream()
                .filter(event -> about.contains(event.origin().entry()))
                .sorted(
                        Comparator.comparing((LeadEvent event) -> event.origin().time())
                                .thenComparing(event -> event.origin().city())
                                .thenComparing(event -> event.origin().position()))
                .toList();
    }

    private Stream<Said> saids() {
        return events.stream().filter(Said.class::isInstance).map(Said.class::cast);
    }

    /** The day on which something was signed: UTC, where no Nordic day ends later. */
    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
