package org.silofri.node.assignment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadCommand;
import org.silofri.catalogue.assignment.LeadDecider;
import org.silofri.catalogue.assignment.LeadDecision;
import org.silofri.catalogue.assignment.LeadStatement;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.rdf.LeadRdf;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.ontology.SF;

/**
 * Leads as this node's logs tell them, and the commands of its coordinator and its cities. What is
 * decided goes through intake like every entry. Commands run one at a time, so that each sees what
 * the one before has said. Thread-safe.
 */
public final class LeadService {

    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private final NodeIdentity identity;
    private final IntakeService intake;
    private final LeadLedger ledger;
    private final LeadRdf rdf;
    private final LeadDecider decider;
    private final InstantSource clock;
    private final boolean demonstration;

    /**
     * @param demonstration whether what is told of the past is marked as made for a demonstration
     */
    LeadService(
            NodeIdentity identity,
            IntakeService intake,
            LeadLedger ledger,
            InstantSource clock,
            boolean demonstration) {
        this.identity = identity;
        this.intake = intake;
        this.ledger = ledger;
        this.rdf = new LeadRdf(identity.network().base());
        this.decider = new LeadDecider(identity.network().coordinator());
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** What the logs here say about leads. */
    public Leads leads() {
        return ledger.leads();
    }

    /** Tells whether this node writes the coordinator's log. */
    public boolean coordinates() {
        return identity.owns(identity.network().coordinator());
    }

    /**
     * Does it, or tells why not. An answer is given for the city that the command names; everything
     * else is the coordinator's.
     */
    public synchronized LeadResult handle(LeadCommand command) {
        CityId author =
                command instanceof LeadCommand.Answer(var city, var answer)
                        ? city
                        : identity.network().coordinator();
        if (!identity.owns(author)) {
            return new LeadResult.NotHere();
        }
        Leads leads = ledger.leads();
        return switch (decider.decide(leads, command, clock.instant())) {
            case LeadDecision.Refuse(var objection) -> new LeadResult.Objected(objection);
            case LeadDecision.Publish(var drafts) -> publish(author, leads, drafts);
        };
    }

    private LeadResult publish(CityId author, Leads leads, List<LeadDecision.Draft> drafts) {
        List<EntryIri> done = new ArrayList<>();
        for (LeadDecision.Draft draft : drafts) {
            EditResult result = publish(author, leads, draft);
            Optional<EntryIri> published = published(result);
            if (published.isEmpty()) {
                return new LeadResult.NotTaken(result, done);
            }
            done.add(published.get());
        }
        return new LeadResult.Done(done);
    }

    private EditResult publish(CityId author, Leads leads, LeadDecision.Draft draft) {
        @Nullable EntryIri entry = draft.entry();
        String subject = entry == null ? Candidate.NEW : entry.value();
        Graph graph = rdf.write(subject, draft.statement(), title(leads, draft.statement()));
        if (demonstration && tellsOfThePast(draft.statement())) {
            graph.add(NodeFactory.createURI(subject), SF.demonstration.asNode(), TRUE);
        }
        return entry == null
                ? intake.create(author, graph, null)
                : intake.replace(entry, graph, "*");
    }

    private static boolean tellsOfThePast(LeadStatement statement) {
        return switch (statement) {
            case LeadStatement.SharedProblem problem -> problem.historical();
            case LeadStatement.Role role ->
                    role.ground() instanceof LeadStatement.Ground.Historical;
            case LeadStatement.Proposal proposal -> false;
            case LeadStatement.Answer answer -> false;
        };
    }

    static Optional<EntryIri> published(EditResult result) {
        return switch (result) {
            case EditResult.Saved saved -> Optional.of(saved.entry());
            case EditResult.Unchanged unchanged -> Optional.of(unchanged.entry());
            case EditResult.Repeated repeated -> Optional.of(repeated.entry());
            case EditResult.Acceptable acceptable -> Optional.empty();
            case EditResult.KeyReused reused -> Optional.empty();
            case EditResult.Refused refused -> Optional.empty();
            case EditResult.Throttled throttled -> Optional.empty();
            case EditResult.NotAllowed notAllowed -> Optional.empty();
            case EditResult.ReadOnly readOnly -> Optional.empty();
            case EditResult.Taken taken -> Optional.empty();
            case EditResult.Stale stale -> Optional.empty();
            case EditResult.Missing missing -> Optional.empty();
        };
    }

    private static Map<String, String> title(Leads leads, LeadStatement statement) {
        Optional<EntryIri> problem =
                switch (statement) {
                    case LeadStatement.SharedProblem shared -> Optional.empty();
                    case LeadStatement.Proposal proposal -> Optional.of(proposal.problem());
                    case LeadStatement.Role role -> Optional.of(role.problem());
                    case LeadStatement.Answer answer ->
                            leads.proposal(answer.proposal())
                                    .map(asked -> asked.proposal().problem());
                };
        return problem.flatMap(leads::problem)
                .map(LeadStatement.SharedProblem::title)
                .orElse(Map.of());
    }
}
