package org.silofri.connectors.ckan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silofri.connectors.ckan.CkanFixture.SEARCH;
import static org.silofri.connectors.ckan.HarvestItem.Outcome.NEW;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.connectors.RecordingIntake;

/** Portals in trouble, and portals that mean trouble. */
class CkanTroubleTest {

    private CkanFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new CkanFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void waitsAsLongAsAPortalAsksWith429() {
        firstThenGood(aResponse().withStatus(429).withHeader("Retry-After", "1"));

        HarvestReport report = fixture.changes();

        assertThat(report.count(NEW)).isEqualTo(1);
        assertThat(pauses().getFirst()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void leavesAPortalAloneThatAsksForMorePatienceThanAllowed() {
        always(aResponse().withStatus(429).withHeader("Retry-After", "86400"));

        HarvestReport report = fixture.changes();

        assertThat(brokenOff(report)).isEqualTo("ckan.busy");
        fixture.portal.verify(1, getRequestedFor(urlPathEqualTo(SEARCH)));
    }

    @Test
    void asksAgainAfterAnErrorOfThePortal() {
        firstThenGood(aResponse().withStatus(500).withBody("<h1>Internal Server Error</h1>"));

        assertThat(fixture.changes().count(NEW)).isEqualTo(1);
    }

    @Test
    void pausesLongerEachTimeAndGivesUp() {
        always(aResponse().withStatus(502));

        HarvestReport report = fixture.changes();

        assertThat(brokenOff(report)).isEqualTo("ckan.server-error");
        assertThat(pauses()).hasSize(3);
        assertThat(pauses().get(2)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }

    @Test
    void asksAgainAfterASlowAnswer() {
        firstThenGood(aResponse().withFixedDelay(1_500).withBody("{}"));

        assertThat(fixture.changes().count(NEW)).isEqualTo(1);
    }

    @Test
    void asksAgainWhenABodyTricklesForLongerThanAllowed() {
        firstThenGood(
                aResponse().withBody(fixture.text("one.json")).withChunkedDribbleDelay(20, 4_000));

        assertThat(fixture.changes().count(NEW)).isEqualTo(1);
    }

    @Test
    void asksAgainWhenAnAnswerIsCutOff() {
        firstThenGood(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        assertThat(fixture.changes().count(NEW)).isEqualTo(1);
    }

    @Test
    void givesUpOnAnAnswerCutOffInTheMiddleOfItsText() {
        String whole = fixture.text("one.json");
        always(aResponse().withBody(whole.substring(0, whole.length() / 2)));

        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.not-json");
    }

    @Test
    void givesUpOnWhatIsNotJson() {
        always(aResponse().withBody("<!doctype html><title>Log in</title>"));

        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.not-json");
    }

    @Test
    void givesUpOnNestingThatWouldOverflow() {
        always(aResponse().withBody("[".repeat(15_000)));

        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.not-json");
    }

    @Test
    void givesUpOnAnAnswerOfAnotherKind() {
        always(aResponse().withBody("{\"success\": false, \"error\": {\"message\": \"Solr\"}}"));

        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.no-search-answer");
    }

    @Test
    void givesUpOnAHugeBody() {
        always(aResponse().withBody(" ".repeat(200_000)));

        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.too-large");
    }

    @Test
    void neverFollowsARedirectToAnotherHost() {
        WireMockServer other =
                new WireMockServer(
                        WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        other.start();
        try {
            always(aResponse().withStatus(302).withHeader("Location", other.baseUrl() + SEARCH));

            assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.redirect");
            other.verify(0, getRequestedFor(anyUrl()));
        } finally {
            other.stop();
        }
    }

    @Test
    void keepsNoStateWhenIntakeFailsSoThatThePackageIsTriedAgain() throws Exception {
        fixture.close();
        RecordingIntake then = new RecordingIntake();
        boolean[] full = {true};
        fixture =
                new CkanFixture(
                        Optional.of(candidate -> {
                            if (full[0]) {
                                throw new IllegalStateException("disk is full");
                            }
                            return then.submit(candidate);
                        }));
        always(aResponse().withBody(fixture.text("one.json")));
        assertThat(brokenOff(fixture.changes())).isEqualTo("ckan.broken-off");

        full[0] = false;
        HarvestReport next = fixture.changes();

        assertThat(next.count(NEW)).isEqualTo(1);
    }

    @Test
    void refusesAMappingThatIsNoConstructQuery() {
        assertThatThrownBy(() -> fixture.with("SELECT * { ?s ?p ?o }").changes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CONSTRUCT");
        assertThatThrownBy(() -> fixture.with("CONSTRUCT {").changes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no SPARQL");
    }

    @Test
    void keepsStatesInFiles(@TempDir Path folder) {
        FileHarvestStates states = new FileHarvestStates(folder.resolve("states"));

        states.save("nordvik", new HarvestState("2026-01-01T00:00:00"));
        states.save("nordvik", new HarvestState("2026-02-01T00:00:00"));

        assertThat(new FileHarvestStates(folder.resolve("states")).last("nordvik"))
                .contains(new HarvestState("2026-02-01T00:00:00"));
        assertThat(states.last("elsewhere")).isEmpty();
    }

    private void always(ResponseDefinitionBuilder answer) {
        fixture.portal.stubFor(get(urlPathEqualTo(SEARCH)).willReturn(answer));
    }

    private void firstThenGood(ResponseDefinitionBuilder first) {
        fixture.portal.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .inScenario("trouble")
                        .whenScenarioStateIs(STARTED)
                        .willSetStateTo("well")
                        .willReturn(first));
        fixture.portal.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .inScenario("trouble")
                        .whenScenarioStateIs("well")
                        .willReturn(aResponse().withBody(fixture.text("one.json"))));
    }

    private List<Duration> pauses() {
        List<Instant> times =
                fixture.portal.findAll(getRequestedFor(urlPathEqualTo(SEARCH))).stream()
                        .map(LoggedRequest::getLoggedDate)
                        .map(java.util.Date::toInstant)
                        .sorted()
                        .toList();
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
    }

    private static String brokenOff(HarvestReport report) {
        return report.brokenOff().orElseThrow().reason().key();
    }
}
