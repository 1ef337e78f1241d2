package org.silofri.connectors.ckan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.validation.IntakePort;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.RecordingIntake;

/** The real route between a portal on loopback and an intake that records. */
final class CkanFixture implements AutoCloseable {

    static final String SEARCH = "/api/3/action/package_search";
    static final CityId CITY = new CityId("nordvik");

    final WireMockServer portal =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    final RecordingIntake intake = new RecordingIntake();
    final HarvestStates states = new States();
    private final CamelContext camel = new DefaultCamelContext();
    private final CkanHarvest harvest;
    private String mapping = CkanHarvest.shippedMapping();
    private CkanSource.Limits limits =
            new CkanSource.Limits(
                    2,
                    10,
                    20_000,
                    Duration.ofMillis(700),
                    3,
                    Duration.ofMillis(20),
                    Duration.ofSeconds(2));

    CkanFixture() throws Exception {
        this(Optional.empty());
    }

    CkanFixture(Optional<IntakePort> port) throws Exception {
        portal.start();
        camel.addRoutes(
                new IntakeRoutes(port.orElse(intake), new RecordingIntake(), duration -> {}));
        camel.addRoutes(new CkanRoute());
        camel.start();
        harvest = new CkanHarvest(camel.createProducerTemplate(), states, InstantSource.system());
    }

    private static final class States implements HarvestStates {
        private final Map<String, HarvestState> kept = new HashMap<>();

        @Override
        public Optional<HarvestState> last(String source) {
            return Optional.ofNullable(kept.get(source));
        }

        @Override
        public void save(String source, HarvestState state) {
            kept.put(source, state);
        }
    }

    CkanFixture with(String otherMapping) {
        mapping = otherMapping;
        return this;
    }

    HarvestReport changes() {
        return harvest.changes(source());
    }

    HarvestReport everything() {
        return harvest.everything(source(), false);
    }

    HarvestReport dryRun() {
        return harvest.everything(source(), true);
    }

    private CkanSource source() {
        return new CkanSource(
                "nordvik",
                URI.create(portal.baseUrl()),
                CITY,
                "nb",
                "state:active",
                mapping,
                limits);
    }

    void answer(String range, int start, String file) {
        answerText(range, start, text(file));
    }

    void answerText(String range, int start, String body) {
        portal.stubFor(
                get(urlPathEqualTo(SEARCH))
                        .withQueryParam("fq", containing(range))
                        .withQueryParam("start", equalTo("" + start))
                        .willReturn(
                                aResponse()
                                        .withHeader(
                                                "Content-Type", "application/json;charset=utf-8")
                                        .withBody(body)));
    }

    /** Answers the first page by a changed text. */
    void change(String file, String from, String to) {
        answerText("[* TO *]", 0, text(file).replace(from, to));
    }

    String text(String file) {
        try (InputStream in = CkanFixture.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        portal.stop();
    }
}
