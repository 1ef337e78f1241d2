package org.silofri.node;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.assignment.LeadCommand;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement;
import org.silofri.catalogue.assignment.LeadStatement.Answer;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.Objection.Why;
import org.silofri.catalogue.assignment.Reply;
import org.silofri.catalogue.assignment.rdf.LeadRdf;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.HeldEvent;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.node.assignment.LeadResult;
import org.silofri.node.assignment.LeadService;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.membership.Members;

/**
 * Nobody can answer for another city, nor put it in the lead (DESIGN principle 4, F18): tried
 * through the API, the form, the bus and the feed, by another city and by the coordinator itself.
 */
class HostileLeadsIT {

    @TempDir private static Path folder;
    private static LeadRound round;
    private static HttpClient http;
    private static EntryIri problem;
    private static Leads.Asked asked;

    @BeforeAll
    static void aProposalThatNobodyHasAnswered() {
        round = new LeadRound(folder);
        http = HttpClient.newHttpClient();
        problem = round.group("Cykler på fortovet");
        asked = round.propose(problem, round.copenhagen, round.stavanger);
    }

    @AfterAll
    static void stop() {
        http.close();
        round.close();
    }

    @Test
    void theApiPublishesNoAnswerInAnotherCitysName() throws Exception {
        String stavanger = token(round.stavanger, org.silofri.node.security.Role.PUBLISHER);

        // a token of Stavanger, for Copenhagen, at both nodes; and under Copenhagen's base
        assertThat(post(round.stavanger, stavanger, "?city=copenhagen", answer(Candidate.NEW)))
                .isEqualTo(403);
        assertThat(post(round.copenhagen, stavanger, "", answer(Candidate.NEW))).isEqualTo(401);
        assertThat(
                        post(
                                round.stavanger,
                                stavanger,
                                "",
                                answer(round.copenhagen.base() + "/id/lead-answer/forged")))
                .isEqualTo(403);
        assertNobodyAnswered();
    }

    @Test
    void theApiTakesNoPublisherThatIsAnotherCity() throws Exception {
        String stavanger = token(round.stavanger, org.silofri.node.security.Role.PUBLISHER);
        String posing =
                answer(Candidate.NEW)
                        + "<urn:silofri:new> <http://purl.org/dc/terms/publisher> <%s> .\n"
                                .formatted(round.copenhagen.base());

        assertThat(post(round.stavanger, stavanger, "", posing)).isEqualTo(422);
        assertNobodyAnswered();
    }

    @Test
    void theCoordinatorPublishesNoAnswerAtAll() throws Exception {
        String coordinator = token(round.coordinator, org.silofri.node.security.Role.COORDINATOR);

        assertThat(post(round.coordinator, coordinator, "", answer(Candidate.NEW))).isEqualTo(403);
        assertThat(
                        round.coordinator
                                .bean(LeadService.class)
                                .handle(LeadRound.answer(round.copenhagen.city(), asked)))
                .isEqualTo(new LeadResult.NotHere());
        assertNobodyAnswered();
    }

    @Test
    void aCityPublishesNothingThatIsTheCoordinators() throws Exception {
        String stavanger = token(round.stavanger, org.silofri.node.security.Role.PUBLISHER);
        LeadStatement.Proposal terms = asked.proposal();

        assertThat(post(round.stavanger, stavanger, "", turtle(terms))).isEqualTo(403);
        assertThat(post(round.stavanger, stavanger, "", turtle(role("0".repeat(64)))))
                .isEqualTo(403);
    }

    @Test
    void theFormTakesNoAnswerOfAnotherCitysPublisher() throws Exception {
        String stavanger = token(round.stavanger, org.silofri.node.security.Role.PUBLISHER);
        String form =
                "problem=%s&proposal=%s&hash=%s&city=copenhagen&reply=accept"
                        .formatted(
                                encoded(problem.value()),
                                encoded(asked.origin().entry().value()),
                                asked.origin().hash());

        assertThat(form(round.stavanger, stavanger, "/lead/answer", form)).isEqualTo(403);
        assertThat(form(round.copenhagen, stavanger, "/lead/answer", form)).isEqualTo(401);
        assertThat(form(round.stavanger, stavanger, "/lead/assign", form)).isEqualTo(403);
        assertNobodyAnswered();
    }

    @Test
    void theCoordinatorsFormAnswersForNoCity() throws Exception {
        String coordinator = token(round.coordinator, org.silofri.node.security.Role.COORDINATOR);
        String form =
                "problem=%s&proposal=%s&hash=%s&city=copenhagen&reply=accept"
                        .formatted(
                                encoded(problem.value()),
                                encoded(asked.origin().entry().value()),
                                asked.origin().hash());

        assertThat(form(round.coordinator, coordinator, "/lead/answer", form)).isEqualTo(403);
        assertNobodyAnswered();
    }

    @Test
    void theFormTakesNoAnswerOfSomebodySignedInForAnotherCity() {
        Map<String, String> form =
                Map.of(
                        "problem", problem.value(),
                        "proposal", asked.origin().entry().value(),
                        "hash", asked.origin().hash(),
                        "city", "copenhagen",
                        "reply", "accept");
        try (Person publisher =
                        Person.with(round.stavanger, org.silofri.node.security.Role.PUBLISHER);
                Person coordinator =
                        Person.with(
                                round.coordinator, org.silofri.node.security.Role.COORDINATOR)) {
            assertThat(publisher.post("/lead/answer", form).statusCode()).isEqualTo(403);
            assertThat(coordinator.post("/lead/answer", form).statusCode()).isEqualTo(403);
            assertThat(publisher.postOnly("/lead/answer", form, "guessed").statusCode())
                    .isEqualTo(403);
        }
        assertNobodyAnswered();
    }

    @Test
    void anAnswerUnderAnotherCitysBaseIsQuarantinedFromTheFeed() throws Exception {
        Attacker attacker = new Attacker("mallory");
        EntryIri victims = round.copenhagen.base().entry(EntryKind.LEAD_ANSWER, "forged");
        SignedEvent forged = attacker.says(victims, accepted());

        push(attacker.city, attacker.log.batch(forged));

        assertQuarantined(round.coordinator, attacker.city, QuarantineReason.AUTHORITY);
        assertNobodyAnswered();
    }

    @Test
    void anAnswerThatNamesAnotherPublisherIsQuarantinedFromTheFeed() throws Exception {
        Attacker attacker = new Attacker("trudy");
        EntryIri own = attacker.base.entry(EntryKind.LEAD_ANSWER, "forged");
        SignedEvent forged = attacker.says(own, accepted(), round.copenhagen.base());

        push(attacker.city, attacker.log.batch(forged));

        assertQuarantined(round.coordinator, attacker.city, QuarantineReason.AUTHORITY);
        assertNobodyAnswered();
    }

    @Test
    void aRoleThatACitySignsIsQuarantinedFromTheBus() throws Exception {
        Attacker attacker = new Attacker("oscar");
        EntryIri own = attacker.base.entry(EntryKind.LEAD_ASSIGNMENT, "forged");
        SignedEvent forged = attacker.says(own, role("0".repeat(64)));

        attacker.sends(forged);

        assertQuarantined(round.coordinator, attacker.city, QuarantineReason.AUTHORITY);
        assertQuarantined(round.stavanger, attacker.city, QuarantineReason.AUTHORITY);
    }

    @Test
    void anOwnAnswerToForeignTermsHelpsNobody() throws Exception {
        Attacker attacker = new Attacker("eve");
        EntryIri own = attacker.base.entry(EntryKind.LEAD_ANSWER, "own");
        SignedEvent sound = attacker.says(own, accepted());
        attacker.sends(sound);
        await().atMost(LeadRound.SOON)
                .until(() -> round.coordinator.log().head(attacker.city).isPresent());

        EntryIri role = forge(role(sound.hash()));

        assertIneffective(role, Why.FOREIGN_ANSWER);
    }

    @Test
    void theCoordinatorCannotForgeAnAcceptance() {
        EntryIri role = forge(role("ab".repeat(32)));

        assertIneffective(role, Why.NO_ANSWER);
        assertThat(
                        round.coordinator
                                .bean(LeadService.class)
                                .handle(new LeadCommand.Assign(asked.origin().entry())))
                .isInstanceOf(LeadResult.Objected.class);
        assertThat(round.leadOn(problem, "2027-06-01")).containsOnly(Optional.empty());
    }

    /** Published past the decider, as a coordinator whose node was changed would do. */
    private static EntryIri forge(Role role) {
        EditResult result =
                round.coordinator
                        .bean(IntakeService.class)
                        .create(round.coordinator.city(), graph(Candidate.NEW, role), null);
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        EntryIri entry = ((EditResult.Saved) result).entry();
        await().atMost(LeadRound.SOON)
                .until(() -> LeadRound.leads(round.stavanger).given(entry).isPresent());
        return entry;
    }

    private static void assertIneffective(EntryIri role, Why why) {
        for (TestNode node : java.util.List.of(round.coordinator, round.stavanger)) {
            await().atMost(LeadRound.SOON)
                    .untilAsserted(() ->
                            assertThat(LeadRound.leads(node).given(role))
                                    .get()
                                    .extracting(given -> given.objection().orElseThrow().why())
                                    .isEqualTo(why));
        }
    }

    private static void assertNobodyAnswered() {
        for (TestNode node : round.network().nodes()) {
            if (node.running()) {
                assertThat(LeadRound.leads(node).answers(asked))
                        .doesNotContainKey(round.copenhagen.city());
            }
        }
    }

    private static void assertQuarantined(TestNode at, CityId city, QuarantineReason why) {
        await().atMost(LeadRound.SOON)
                .untilAsserted(() ->
                        assertThat(at.log().quarantine().of(city, 10))
                                .extracting(HeldEvent::reason)
                                .containsExactly(Optional.of(why)));
    }

    private static Answer accepted() {
        return new Answer(asked.origin().entry(), asked.origin().hash(), Reply.ACCEPT, Map.of());
    }

    private static Role role(String answerHash) {
        return new Role(
                round.copenhagen.city(),
                problem,
                LeadRole.LEAD,
                LeadRound.YEAR,
                new Ground.Signed(asked.origin().entry(), asked.origin().hash(), answerHash),
                null,
                Map.of());
    }

    private static Graph graph(String subject, LeadStatement statement) {
        return new LeadRdf(round.network().network().base())
                .write(subject, statement, Map.of("da", "Cykler på fortovet"));
    }

    private static String answer(String subject) {
        return lines(graph(subject, accepted()));
    }

    private static String turtle(LeadStatement statement) {
        return lines(graph(Candidate.NEW, statement));
    }

    private static String lines(Graph graph) {
        return org.apache.jena.riot.RDFWriter.source(graph)
                .lang(org.apache.jena.riot.Lang.NTRIPLES)
                .asString();
    }

    private static String token(TestNode node, org.silofri.node.security.Role role) {
        return LeadRound.token(node, role, node.city());
    }

    private static int post(TestNode node, String token, String query, String body)
            throws Exception {
        return send(
                node,
                token,
                "/api/entries" + query,
                "text/turtle",
                body.replace("urn:silofri:new", ""));
    }

    private static int form(TestNode node, String token, String path, String body)
            throws Exception {
        return send(node, token, path, "application/x-www-form-urlencoded", body);
    }

    private static int send(TestNode node, String token, String path, String type, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(node.url(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, ofString()).statusCode();
    }

    private static void push(CityId city, byte[] batch) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(round.coordinator.url("/feed/" + city))
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(BodyPublishers.ofByteArray(batch))
                        .build();
        HttpResponse<String> answer = http.send(request, ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A member with its own key that says what it must not. */
    private static final class Attacker {
        private final TestNode node;
        private final CityId city;
        private final BaseIri base;
        private final ForgedLog log;

        Attacker(String name) {
            node = round.network().join(name);
            city = node.city();
            base = node.base();
            log = new ForgedLog(city, base, NodeIdentity.load(node.nodeSettings()).signer(city));
            await().atMost(LeadRound.SOON)
                    .until(() -> round.stavanger.bean(Members.class).byCity(city).isPresent());
        }

        SignedEvent says(EntryIri entry, LeadStatement statement) {
            return says(entry, statement, base);
        }

        SignedEvent says(EntryIri entry, LeadStatement statement, BaseIri publisher) {
            Graph graph = graph(entry.value(), statement);
            graph.add(
                    org.apache.jena.graph.NodeFactory.createURI(entry.value()),
                    org.apache.jena.vocabulary.DCTerms.publisher.asNode(),
                    org.apache.jena.graph.NodeFactory.createURI(publisher.value()));
            return switch (CanonicalNTriples.of(graph, entry)) {
                case CanonicalResult.Canonical(var snapshot) ->
                        log.saying(entry, Instant.now(), snapshot.canonical());
                case CanonicalResult.Refused(var problems) ->
                        throw new IllegalStateException(problems.toString());
            };
        }

        void sends(SignedEvent event) throws Exception {
            HubLogin login = HubLogin.load(node.data()).orElseThrow();
            try (MemberClient client =
                    new MemberClient(round.network().network().amqp().getPort(), login)) {
                client.send(event, base, Map.of());
            }
        }
    }
}
