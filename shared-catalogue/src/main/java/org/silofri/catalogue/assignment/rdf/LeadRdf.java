package org.silofri.catalogue.assignment.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.assignment.LeadEvent;
import org.silofri.catalogue.assignment.LeadEvent.Origin;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.SF;

/** Statements about leads as RDF, and back. Cities are named by their member entries. */
public final class LeadRdf {

    private final BaseIri coordinator;

    /**
     * @param coordinator base under which the members' entries stand
     */
    public LeadRdf(BaseIri coordinator) {
        this.coordinator = coordinator;
    }

    /**
     * What an event says about leads.
     *
     * @return empty when it is about something else, or says what no statement can be read from
     */
    public Optional<LeadEvent> read(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.Published(var header, var snapshot) ->
                    statement(snapshot)
                            .map(statement ->
                                    new LeadEvent.Said(
                                            Origin.of(snapshot.entry(), header), statement));
            case CatalogueEvent.Withdrawn(var header, var entry, var reason, var time) ->
                    about(entry)
                            ? Optional.of(new LeadEvent.TakenBack(Origin.of(entry, header)))
                            : Optional.empty();
            case CatalogueEvent.PayloadErased erased -> Optional.empty();
            case CatalogueEvent.KeyChanged keys -> Optional.empty();
            case CatalogueEvent.EpochStarted epoch -> Optional.empty();
        };
    }

    /** Tells whether the entry is of a kind that leads are made of. */
    public static boolean about(EntryIri entry) {
        return entry.kind() != EntryKind.MEMBER && !entry.kind().open();
    }

    private Optional<LeadStatement> statement(Snapshot snapshot) {
        var reading = new LeadReading(snapshot, coordinator);
        try {
            return switch (snapshot.entry().kind()) {
                case SHARED_PROBLEM -> Optional.of(problem(reading));
                case LEAD_PROPOSAL -> Optional.of(proposal(reading));
                case LEAD_ANSWER -> Optional.of(answer(reading));
                case LEAD_ASSIGNMENT -> Optional.of(role(reading));
                case PROBLEM,
                        PILOT,
                        SOLUTION,
                        RESULT,
                        SCALING_EVENT,
                        GOAL,
                        TARGET,
                        INDICATOR,
                        PARTNER,
                        MEMBER ->
                        Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SharedProblem problem(LeadReading entry) {
        return new SharedProblem(
                entry.texts(LeadTerms.TITLE),
                entry.texts(LeadTerms.DESCRIPTION),
                entry.notations(LeadTerms.SUBJECT),
                entry.entries(SF.groups.asNode()),
                entry.values(LeadTerms.SOURCE),
                entry.isTrue(SF.historical.asNode()));
    }

    private static Proposal proposal(LeadReading entry) {
        return new Proposal(
                entry.entry(SF.sharedProblem.asNode()),
                entry.city(SF.proposedLead.asNode()),
                entry.cities(SF.proposedDeputy.asNode()).stream().findFirst().orElse(null),
                entry.cities(SF.proposedFollower.asNode()),
                entry.texts(SF.mandate.asNode()),
                entry.period(),
                LocalDate.parse(entry.text(SF.deadline.asNode())),
                entry.entries(SF.supersedes.asNode()));
    }

    private static Answer answer(LeadReading entry) {
        return new Answer(
                entry.entry(SF.proposal.asNode()),
                entry.text(SF.proposalHash.asNode()),
                Reply.of(entry.notation(SF.answer.asNode())).orElseThrow(LeadReading::unreadable),
                entry.texts(SF.reason.asNode()));
    }

    private static Role role(LeadReading entry) {
        return new Role(
                entry.city(LeadTerms.MEMBER),
                entry.entry(LeadTerms.ORGANIZATION),
                LeadRole.of(entry.notation(LeadTerms.ROLE)).orElseThrow(LeadReading::unreadable),
                entry.periodOf(LeadTerms.DURING),
                entry.isTrue(SF.historical.asNode())
                        ? new Ground.Historical(entry.values(LeadTerms.SOURCE))
                        : new Ground.Signed(
                                entry.entry(SF.proposal.asNode()),
                                entry.text(SF.proposalHash.asNode()),
                                entry.text(SF.answerHash.asNode())),
                entry.entries(SF.takesOverFrom.asNode()).stream().findFirst().orElse(null),
                entry.texts(SF.reason.asNode()));
    }

    /**
     * The statement as an entry's graph, without publisher.
     *
     * @param subject IRI of the entry, or {@code Candidate.NEW}
     * @param problem title of the shared problem that it is about, by language
     */
    public Graph write(String subject, LeadStatement statement, Map<String, String> problem) {
        return switch (statement) {
            case SharedProblem shared -> write(subject, shared);
            case Proposal proposal -> write(subject, proposal, problem);
            case Answer answer -> write(subject, answer, problem);
            case Role role -> write(subject, role, problem);
        };
    }

    private Graph write(String subject, SharedProblem shared) {
        Set<String> sources = shared.sources();
        LeadWriting entry =
                new LeadWriting(subject, SF.SharedProblem, coordinator)
                        .texts(LeadTerms.TITLE, shared.title())
                        .texts(LeadTerms.DESCRIPTION, shared.description())
                        .concepts(LeadTerms.SUBJECT, CodeList.THEME, shared.themes())
                        .entries(SF.groups.asNode(), shared.groups())
                        .isTrue(SF.historical.asNode(), shared.historical());
        return sources.isEmpty()
                ? entry.entries(LeadTerms.SOURCE, shared.groups()).graph()
                : entry.values(LeadTerms.SOURCE, sources).graph();
    }

    private Graph write(String subject, Proposal proposal, Map<String, String> problem) {
        return new LeadWriting(subject, SF.LeadProposal, coordinator)
                .title(problem, LeadWriting.labels(SF.LeadProposal))
                .entries(LeadTerms.SOURCE, Set.of(proposal.problem()))
                .entries(SF.sharedProblem.asNode(), Set.of(proposal.problem()))
                .cities(SF.proposedLead.asNode(), List.of(proposal.lead()))
                .cities(SF.proposedDeputy.asNode(), optional(proposal.deputy()))
                .cities(SF.proposedFollower.asNode(), proposal.followers())
                .texts(SF.mandate.asNode(), proposal.mandate())
                .date(SF.deadline.asNode(), proposal.deadline())
                .entries(SF.supersedes.asNode(), proposal.supersedes())
                .period(proposal.period())
                .graph();
    }

    private Graph write(String subject, Answer answer, Map<String, String> problem) {
        return new LeadWriting(subject, SF.LeadAnswer, coordinator)
                .title(problem, CodeList.ANSWER.concept(answer.reply().notation()))
                .entries(LeadTerms.SOURCE, Set.of(answer.proposal()))
                .entries(SF.proposal.asNode(), Set.of(answer.proposal()))
                .text(SF.proposalHash.asNode(), answer.proposalHash())
                .concepts(SF.answer.asNode(), CodeList.ANSWER, List.of(answer.reply().notation()))
                .texts(SF.reason.asNode(), answer.reason())
                .graph();
    }

    private Graph write(String subject, Role role, Map<String, String> problem) {
        LeadWriting entry =
                new LeadWriting(subject, SF.LeadAssignment, coordinator)
                        .title(problem, CodeList.ROLE.concept(role.role().notation()))
                        .cities(LeadTerms.MEMBER, List.of(role.member()))
                        .entries(LeadTerms.ORGANIZATION, Set.of(role.problem()))
                        .concepts(LeadTerms.ROLE, CodeList.ROLE, List.of(role.role().notation()))
                        .periodOf(LeadTerms.DURING, role.period())
                        .entries(SF.takesOverFrom.asNode(), optional(role.takesOverFrom()))
                        .texts(SF.reason.asNode(), role.reason());
        return switch (role.ground()) {
            case Ground.Signed(var proposal, var proposalHash, var answerHash) ->
                    entry.entries(LeadTerms.SOURCE, Set.of(proposal))
                            .entries(SF.proposal.asNode(), Set.of(proposal))
                            .text(SF.proposalHash.asNode(), proposalHash)
                            .text(SF.answerHash.asNode(), answerHash)
                            .graph();
            case Ground.Historical(var sources) ->
                    entry.values(LeadTerms.SOURCE, sources)
                            .isTrue(SF.historical.asNode(), true)
                            .graph();
        };
    }

    private static <T> Set<T> optional(@org.jspecify.annotations.Nullable T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    /** The city that a member entry of this network names. */
    static Optional<CityId> city(EntryIri member, BaseIri coordinator) {
        return member.kind() == EntryKind.MEMBER
                        && coordinator.owns(member)
                        && CityId.isValid(member.key())
                ? Optional.of(new CityId(member.key()))
                : Optional.empty();
    }
}
