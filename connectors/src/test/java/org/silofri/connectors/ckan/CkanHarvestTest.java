package org.silofri.connectors.ckan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.connectors.ckan.CkanFixture.CITY;
import static org.silofri.connectors.ckan.CkanFixture.SEARCH;
import static org.silofri.connectors.ckan.HarvestItem.Outcome.CHANGED;
import static org.silofri.connectors.ckan.HarvestItem.Outcome.NEW;
import static org.silofri.connectors.ckan.HarvestItem.Outcome.NOT_MEANT;
import static org.silofri.connectors.ckan.HarvestItem.Outcome.UNCHANGED;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.Candidate;

/** Harvests of a portal that answers as real ones do. */
class CkanHarvestTest {

    private CkanFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new CkanFixture();
        fixture.answer("[* TO *]", 0, "page-1.json");
        fixture.answer("[2026-02-02T08:00:00.000002Z TO *]", 1, "page-2.json");
        fixture.answer("[2026-02-03T08:00:00.000003Z TO *]", 2, "page-3.json");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void readsPageAfterPageFromTheLastModificationSeen() {
        HarvestReport report = fixture.changes();

        assertThat(report.brokenOff()).isEmpty();
        assertThat(report.pages()).isEqualTo(3);
        assertThat(report.items())
                .map(HarvestItem::outcome)
                .containsExactly(NEW, NOT_MEANT, NEW, NEW);
        fixture.portal.verify(3, getRequestedFor(urlPathEqualTo(SEARCH)));
    }

    @Test
    void asksForTheSourcesFilterAndAStableOrder() {
        fixture.changes();

        fixture.portal.verify(
                3,
                getRequestedFor(urlPathEqualTo(SEARCH))
                        .withQueryParam("rows", equalTo("2"))
                        .withQueryParam("sort", equalTo("metadata_modified asc, id asc"))
                        .withQueryParam("fq", containing("state:active AND metadata_modified:[")));
    }

    @Test
    void asksNextTimeOnlyForWhatChangedSince() {
        fixture.changes();
        fixture.answer("[2026-02-03T08:00:00.000003Z TO *]", 0, "page-2.json");

        HarvestReport second = fixture.changes();

        assertThat(second.items()).map(HarvestItem::outcome).containsExactly(UNCHANGED, UNCHANGED);
    }

    @Test
    void publishesAPackageAnewWhenItChanged() {
        fixture.changes();
        fixture.change("page-1.json", "ledige bysykler akkurat", "ledige sykler akkurat");

        HarvestReport second = fixture.everything();

        assertThat(second.count(CHANGED)).isEqualTo(1);
        assertThat(second.count(UNCHANGED)).isEqualTo(2);
    }

    @Test
    void makesASolutionOfAShowcaseWithoutPersonalData() {
        fixture.changes();

        Candidate candidate = fixture.intake.submitted().getFirst();
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        """
                        PREFIX sf: <https://w3id.org/silofri/ns#>
                        PREFIX dcterms: <http://purl.org/dc/terms/>
                        <urn:silofri:new> a sf:Solution ;
                          dcterms:title "Ledige bysykler på kartet"@nb ;
                          dcterms:description
                            "En app viser hvor det står\\r\\nledige bysykler akkurat nå."@nb ;
                          dcterms:subject <https://w3id.org/silofri/ns/theme/mobility> ;
                          dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                          dcterms:source <%s/dataset/ledige-sykler> ;
                          sf:evidence <https://sykler.nordvik.example/> .
                        """
                                .formatted(fixture.portal.baseUrl()),
                        Lang.TURTLE)
                .parse(expected);

        assertThat(candidate.graph().isIsomorphicWith(expected))
                .as(() -> "" + candidate.graph())
                .isTrue();
        assertThat(candidate.kind()).isEqualTo(EntryKind.SOLUTION);
        assertThat(candidate.city()).isEqualTo(CITY);
        assertThat(candidate.key()).isEqualTo("ckan-1f0c7b60-0c11-4d3b-9a61-0a5a3f1c0001");
    }

    @Test
    void inventsNoLicence() {
        fixture.changes();

        Graph unknownLicence = fixture.intake.submitted().get(1).graph();

        assertThat(unknownLicence.toString()).contains("Luftvarsel").doesNotContain("license");
    }

    @Test
    void keepsNoStateInADryRun() {
        HarvestReport report = fixture.dryRun();

        assertThat(report.count(NEW)).isEqualTo(3);
        assertThat(fixture.intake.submitted()).isEmpty();
        assertThat(fixture.states.last("nordvik")).isEmpty();
    }

    @Test
    void usesAMappingThatADataPersonWrote() {
        String mapping =
                """
                PREFIX ckan: <https://w3id.org/silofri/ckan#>
                PREFIX sf: <https://w3id.org/silofri/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                CONSTRUCT { <urn:silofri:new> a sf:Problem ; dcterms:title ?t }
                WHERE { ?p ckan:tags/ckan:name "Forurensning" ; ckan:title ?title ;
                           ckan:extras [ ckan:key "oppdatering" ; ckan:value "daglig" ] .
                        BIND (STRLANG(?title, ?language) AS ?t) }
                """;

        HarvestReport report = fixture.with(mapping).changes();

        assertThat(report.items())
                .map(HarvestItem::outcome)
                .containsExactly(NOT_MEANT, NEW, NEW, NOT_MEANT);
    }

    @Test
    void sendsNoRequestForAMappingThatAsksAnotherService() {
        String mapping =
                "CONSTRUCT { <urn:silofri:new> ?p ?o } WHERE { SERVICE <%s/sparql> { ?s ?p ?o } }"
                        .formatted(fixture.portal.baseUrl());
        fixture.portal.stubFor(
                WireMock.any(urlPathEqualTo("/sparql")).willReturn(aResponse().withStatus(200)));

        HarvestReport report = fixture.with(mapping).changes();

        assertThat(report.brokenOff()).isPresent();
        fixture.portal.verify(0, WireMock.anyRequestedFor(urlPathEqualTo("/sparql")));
    }

    @Test
    void goesOnWithPackagesOfOneTimeThatFillAWholePage() throws Exception {
        fixture.portal.resetAll();
        String same = fixture.text("page-2.json");
        fixture.portal.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .willReturn(aResponse().withBody(fixture.text("page-3.json"))));
        fixture.answerText("[* TO *]", 0, same);
        fixture.answerText("[2026-02-03T08:00:00.000003Z TO *]", 2, same);

        fixture.changes();

        fixture.portal.verify(
                1, getRequestedFor(urlPathEqualTo(SEARCH)).withQueryParam("start", equalTo("4")));
    }
}
