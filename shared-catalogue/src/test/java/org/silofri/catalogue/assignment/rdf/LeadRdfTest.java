package org.silofri.catalogue.assignment.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.assignment.LeadEvent;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.ShapeValidator;
import org.silofri.catalogue.validation.ValidationOutcome;

class LeadRdfTest {

    private static final BaseIri BASE = new BaseIri("http://network.example");
    private static final EntryIri PROBLEM = BASE.entry(EntryKind.SHARED_PROBLEM, "s1");
    private static final EntryIri PROPOSAL = BASE.entry(EntryKind.LEAD_PROPOSAL, "f1");
    private static final String HASH = "ab".repeat(32);
    private static final Map<String, String> TITLE = Map.of("da", "Luft", "fi", "Ilma");
    private static final ShapeValidator SHAPES = new ShapeValidator();
    private static final LeadRdf RDF = new LeadRdf(BASE);

    static Stream<Arguments> statements() {
        Period year = Period.of("2027", "2027");
        CityId oslo = new CityId("oslo");
        var signed = new LeadStatement.Ground.Signed(PROPOSAL, HASH, HASH);
        var past = new LeadStatement.Ground.Historical(Set.of("https://nscn.eu/node/142"));
        return Stream.of(
                Arguments.of(
                        EntryKind.SHARED_PROBLEM,
                        new LeadStatement.SharedProblem(
                                TITLE,
                                Map.of("da", "Flere byer har det."),
                                List.of("air-quality"),
                                Set.of(new EntryIri("http://oslo.example/id/problem/p1")),
                                Set.of("http://oslo.example/id/problem/p1"),
                                false)),
                Arguments.of(
                        EntryKind.LEAD_PROPOSAL,
                        new LeadStatement.Proposal(
                                PROBLEM,
                                oslo,
                                new CityId("bergen"),
                                Set.of(new CityId("vejle"), new CityId("espoo")),
                                Map.of("da", "Prøv det.", "en", "Try it."),
                                year,
                                LocalDate.parse("2026-12-15"),
                                Set.of(BASE.entry(EntryKind.LEAD_PROPOSAL, "f0")))),
                Arguments.of(
                        EntryKind.LEAD_ANSWER,
                        new LeadStatement.Answer(
                                PROPOSAL, HASH, Reply.COUNTER, Map.of("nb", "Heller i 2028."))),
                Arguments.of(
                        EntryKind.LEAD_ASSIGNMENT,
                        new LeadStatement.Role(
                                oslo,
                                PROBLEM,
                                LeadRole.LEAD,
                                year,
                                signed,
                                BASE.entry(EntryKind.LEAD_ASSIGNMENT, "a0"),
                                Map.of("da", "Aftalt."))),
                Arguments.of(
                        EntryKind.LEAD_ASSIGNMENT,
                        new LeadStatement.Role(
                                oslo,
                                PROBLEM,
                                LeadRole.FOLLOWER,
                                Period.of("2018-03", "2020"),
                                past,
                                null,
                                Map.of())));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsWhatItWritesAndTheShapesTakeIt(EntryKind kind, LeadStatement statement) {
        EntryIri entry = BASE.entry(kind, "x1");

        Snapshot snapshot = snapshot(entry, statement);

        assertThat(SHAPES.validate(entry, snapshot.graph()))
                .isInstanceOf(ValidationOutcome.Conforms.class);
        assertThat(RDF.read(published(snapshot)))
                .containsInstanceOf(LeadEvent.Said.class)
                .hasValueSatisfying(event ->
                        assertThat(((LeadEvent.Said) event).statement()).isEqualTo(statement));
    }

    @Test
    void readsNoCityOfAnotherNetwork() {
        var role =
                new LeadStatement.Role(
                        new CityId("oslo"),
                        PROBLEM,
                        LeadRole.LEAD,
                        Period.of("2027", "2027"),
                        new LeadStatement.Ground.Signed(PROPOSAL, HASH, HASH),
                        null,
                        Map.of());
        Snapshot snapshot = snapshot(BASE.entry(EntryKind.LEAD_ASSIGNMENT, "x1"), role);

        assertThat(new LeadRdf(new BaseIri("http://other.example")).read(published(snapshot)))
                .isEmpty();
    }

    private static Snapshot snapshot(EntryIri entry, LeadStatement statement) {
        Graph graph = RDF.write(entry.value(), statement, TITLE);
        graph.add(
                NodeFactory.createURI(entry.value()),
                DCTerms.publisher.asNode(),
                NodeFactory.createURI(BASE.value()));
        return switch (CanonicalNTriples.of(graph, entry)) {
            case CanonicalResult.Canonical(var snapshot) -> snapshot;
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static CatalogueEvent published(Snapshot snapshot) {
        return new CatalogueEvent.Published(
                new EventHeader(
                        new CityId("coordinator"),
                        new Position(1, 1),
                        HASH,
                        "kid",
                        Instant.EPOCH,
                        "https://w3id.org/silofri/ns/1.0"),
                snapshot);
    }
}
