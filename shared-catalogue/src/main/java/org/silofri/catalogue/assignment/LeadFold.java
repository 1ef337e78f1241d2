package org.silofri.catalogue.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadEvent.Said;
import org.silofri.catalogue.assignment.LeadEvent.TakenBack;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads.Asked;
import org.silofri.catalogue.assignment.Leads.Given;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * Takes the events in: first the cities' answers, of which none changes anything by itself, then
 * what the coordinator says, in the order of its log. Read only once that is done.
 */
final class LeadFold {

    private final Map<EntryIri, SharedProblem> problems = new HashMap<>();
    private final Map<EntryIri, List<Asked>> proposals = new LinkedHashMap<>();
    private final Map<EntryIri, EntryIri> successors = new HashMap<>();
    private final Set<EntryIri> withdrawn = new HashSet<>();
    private final Map<EntryIri, Given> given = new LinkedHashMap<>();

    /** Why role events have no effect, by their hash. */
    private final Map<String, Objection> objections = new HashMap<>();

    /** Every answer that was signed, by the hash of its event; never forgotten. */
    private final Map<String, Said> signed = new HashMap<>();

    /** What cities said about each answer entry, in their order. */
    private final Map<EntryIri, List<LeadEvent>> answering = new LinkedHashMap<>();

    void answer(LeadEvent event) {
        if (event instanceof Said said && said.statement() instanceof Answer) {
            signed.put(said.origin().hash(), said);
        }
        answering.computeIfAbsent(event.origin().entry(), entry -> new ArrayList<>()).add(event);
    }

    void apply(LeadEvent event) {
        switch (event) {
            case Said(var origin, SharedProblem problem) -> problems.put(origin.entry(), problem);
            case Said(var origin, Proposal proposal) -> propose(origin, proposal);
            case Said(var origin, Role role) -> give(origin, role);
            case Said(var origin, Answer answer) -> {
                // the coordinator's log holds no answers (F18)
            }
            case TakenBack(var origin) -> takeBack(origin.entry());
        }
    }

    private void propose(Origin origin, Proposal proposal) {
        EntryIri entry = origin.entry();
        withdrawn.remove(entry);
        proposals
                .computeIfAbsent(entry, key -> new ArrayList<>())
                .addFirst(new Asked(origin, proposal));
        proposal.supersedes().stream()
                .filter(earlier -> !earlier.equals(entry) && proposals.containsKey(earlier))
                .forEach(earlier -> successors.put(earlier, entry));
    }

    private void give(Origin origin, Role role) {
        @Nullable Given before = given.get(origin.entry());
        Optional<Objection> objection = Judge.objection(this, origin, role);
        if (objection.isPresent()) {
            objections.put(origin.hash(), objection.get());
            if (before == null || !before.counts()) {
                given.put(origin.entry(), new Given(origin, role, role.period(), objection));
            }
            return;
        }
        // the place of the first version is kept: what ended it stands behind it
        given.put(origin.entry(), new Given(origin, role, role.period(), Optional.empty()));
        EntryIri predecessor = role.takesOverFrom();
        if (predecessor != null) {
            given.computeIfPresent(
                    predecessor,
                    (entry, old) ->
                            new Given(
                                    old.origin(),
                                    old.role(),
                                    Judge.handedOver(old.period(), role.period()),
                                    old.objection()));
        }
    }

    private void takeBack(EntryIri entry) {
        problems.remove(entry);
        if (proposals.containsKey(entry)) {
            withdrawn.add(entry);
        }
        given.remove(entry);
    }

    Map<EntryIri, SharedProblem> problems() {
        return problems;
    }

    /** Versions of each proposal, the newest first. */
    Map<EntryIri, List<Asked>> proposals() {
        return proposals;
    }

    Set<EntryIri> withdrawn() {
        return withdrawn;
    }

    List<Given> given() {
        return Collections.unmodifiableList(new ArrayList<>(given.values()));
    }

    Optional<Given> given(EntryIri entry) {
        return Optional.ofNullable(given.get(entry));
    }

    /** What took the place of that version of a proposal. */
    Optional<EntryIri> successor(Origin version) {
        EntryIri entry = version.entry();
        boolean newest =
                proposals.getOrDefault(entry, List.of()).stream()
                        .findFirst()
                        .filter(asked -> asked.origin().hash().equals(version.hash()))
                        .isPresent();
        return newest ? Optional.ofNullable(successors.get(entry)) : Optional.of(entry);
    }

    Optional<Objection> objectionTo(String hash) {
        return Optional.ofNullable(objections.get(hash));
    }

    Optional<Said> signed(String hash) {
        return Optional.ofNullable(signed.get(hash));
    }

    /** Answers that stand, to that version, in the order of each city's log. */
    List<Said> answersTo(String proposalHash) {
        List<Said> answers = new ArrayList<>();
        for (List<LeadEvent> events : answering.values()) {
            if (events.getLast() instanceof Said said
                    && said.statement() instanceof Answer answer
                    && answer.proposalHash().equals(proposalHash)) {
                answers.add(said);
            }
        }
        answers.sort(
                java.util.Comparator.comparing((Said said) -> said.origin().city())
                        .thenComparing(said -> said.origin().position()));
        return answers;
    }

    /** What the city said in the place of that answer, or to the same proposal, later. */
    List<LeadEvent> laterThan(Said answer) {
        CityId city = answer.origin().city();
        String proposal = ((Answer) answer.statement()).proposalHash();
        return answering.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.origin().city().equals(city))
                .filter(event ->
                        event.origin().position().compareTo(answer.origin().position()) > 0)
                .filter(event ->
                        event.origin().entry().equals(answer.origin().entry())
                                || isAnswerTo(event, proposal))
                .toList();
    }

    private static boolean isAnswerTo(LeadEvent event, String proposalHash) {
        return event instanceof Said said
                && said.statement() instanceof Answer answer
                && answer.proposalHash().equals(proposalHash);
    }
}
