package org.silofri.node.intake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A CKAN portal on loopback that answers as it is told, and counts who asks for what. */
final class Portal implements AutoCloseable {

    static final String SEARCH = "/api/3/action/package_search";

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final WireMockServer elsewhere =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    /** A showcase of the portal. */
    record Showcase(String id, String title, String modified) {}

    Portal() {
        server.start();
        elsewhere.start();
    }

    String url() {
        return server.baseUrl();
    }

    /** A host that no configuration names, though packages link to it. */
    String otherHost() {
        return elsewhere.baseUrl();
    }

    /** What the portal has from now on, in the order of modification. */
    void has(Showcase... showcases) {
        server.resetMappings();
        answers(aResponse().withBody(body(showcases)));
    }

    /** From now on every question gets this answer. */
    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(SEARCH)).willReturn(answer));
    }

    /** The next question gets the first answer, the later ones get these showcases. */
    void answersOnce(ResponseDefinitionBuilder first, Showcase... showcases) {
        server.resetScenarios();
        server.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .inScenario("trouble")
                        .whenScenarioStateIs(STARTED)
                        .willSetStateTo("well")
                        .willReturn(first));
        server.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .inScenario("trouble")
                        .whenScenarioStateIs("well")
                        .willReturn(aResponse().withBody(body(showcases))));
    }

    String body(Showcase... showcases) {
        String packages =
                Arrays.stream(showcases).map(this::asPackage).collect(Collectors.joining(","));
        return "{\"success\": true, \"result\": {\"count\": %d, \"results\": [%s]}}"
                .formatted(showcases.length, packages);
    }

    private String asPackage(Showcase showcase) {
        return """
        {"id": "%1$s", "name": "%1$s", "title": "%2$s", "notes": "Bygd på åpne data.",
         "metadata_modified": "%3$s", "type": "showcase", "license_id": "cc-by",
         "private": false, "state": "active", "author_email": "kari@nordvik.example",
         "url": "%4$s/app", "tags": [{"name": "sykkel"}],
         "resources": [{"name": "fil.csv", "format": "CSV", "url": "%4$s/fil.csv"}]}
        """
                .formatted(showcase.id(), showcase.title(), showcase.modified(), otherHost());
    }

    int questions() {
        return server.findAll(getRequestedFor(urlPathEqualTo(SEARCH))).size();
    }

    /** The filter of the latest question. */
    String latestFilter() {
        return server.getAllServeEvents().getFirst().getRequest().queryParameter("fq").firstValue();
    }

    /** Requests for anything but a search, here or at the other host. */
    int otherRequests() {
        return server.getAllServeEvents().size()
                - questions()
                + elsewhere.getAllServeEvents().size();
    }

    @Override
    public void close() {
        server.stop();
        elsewhere.stop();
    }
}
