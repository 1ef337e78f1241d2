package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silofri.catalogue.assignment.LeadCommand;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Proposal;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadResult;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.intake.EditResult;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;

/** A coordinator, Copenhagen and Stavanger, each with a problem of its own, before a round. */
public final class LeadRound implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(30);
    public static final Period YEAR = Period.of("2027", "2027");

    private final TestNetwork network;
    public final TestNode coordinator;
    public final TestNode copenhagen;
    public final TestNode stavanger;
    public final EntryIri copenhagens;
    public final EntryIri stavangers;

    public LeadRound(Path folder) {
        network = TestNetwork.start(folder, "copenhagen", "stavanger");
        coordinator = network.coordinator();
        copenhagen = network.node("copenhagen");
        stavanger = network.node("stavanger");
        copenhagens = publish(copenhagen, "Cykler spærrer fortovet");
        stavangers = publish(stavanger, "Sykler sperrer fortauet");
        awaitEqual();
    }

    private static EntryIri publish(TestNode node, String title) {
        return ((EditResult.Saved) Samples.publish(node, title)).entry();
    }

    public TestNetwork network() {
        return network;
    }

    /** Waits until all nodes hold and show the same. */
    public void awaitEqual() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    for (TestNode node : running()) {
                        assertThat(node.log().heads()).isEqualTo(coordinator.log().heads());
                    }
                });
        running().forEach(node -> node.projections().awaitVisible(SOON));
    }

    private List<TestNode> running() {
        return network.nodes().stream().filter(TestNode::running).toList();
    }

    /** A new token for that city of that node. */
    public static String token(TestNode node, Role role, CityId city) {
        return node.bean(TokenStore.class).issue(role, city, "test", Duration.ofDays(1));
    }

    /** The coordinator groups both problems; all nodes know it. */
    public EntryIri group(String danishTitle) {
        return done(
                coordinator,
                new LeadCommand.Group(
                        new SharedProblem(
                                Map.of("da", danishTitle),
                                Map.of(),
                                List.of("mobility"),
                                Set.of(copenhagens, stavangers),
                                Set.of(),
                                false)));
    }

    /** The coordinator asks the first to lead and the others to follow; all nodes know it. */
    public Leads.Asked propose(EntryIri problem, TestNode lead, TestNode... followers) {
        EntryIri entry =
                done(
                        coordinator,
                        new LeadCommand.Propose(
                                new Proposal(
                                        problem,
                                        lead.city(),
                                        null,
                                        Set.copyOf(
                                                List.of(followers).stream()
                                                        .map(TestNode::city)
                                                        .toList()),
                                        Map.of("da", "Prøver parkering til cykler."),
                                        YEAR,
                                        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(14),
                                        Set.of())));
        return leads(lead).proposal(entry).orElseThrow();
    }

    /** A city accepts; all nodes know it. */
    public EntryIri accept(TestNode city, Leads.Asked asked) {
        return done(city, answer(city.city(), asked));
    }

    public static LeadCommand answer(CityId city, Leads.Asked asked) {
        return new LeadCommand.Answer(
                city,
                new Answer(asked.origin().entry(), asked.origin().hash(), Reply.ACCEPT, Map.of()));
    }

    /** The command is carried out; all nodes know it. */
    public EntryIri done(TestNode node, LeadCommand command) {
        LeadResult result = node.bean(LeadService.class).handle(command);
        assertThat(result).isInstanceOf(LeadResult.Done.class);
        awaitEqual();
        return ((LeadResult.Done) result).entries().getFirst();
    }

    public static Leads leads(TestNode node) {
        return node.bean(LeadService.class).leads();
    }

    /** Who leads on that day, as each of the three nodes says. */
    public List<Optional<CityId>> leadOn(EntryIri problem, String day) {
        return running().stream()
                .map(node ->
                        leads(node)
                                .lead(problem, LocalDate.parse(day))
                                .map(given -> given.role().member()))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
