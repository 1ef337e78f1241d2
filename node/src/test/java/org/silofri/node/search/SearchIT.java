package org.silofri.node.search;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.Samples;
import org.silofri.node.TestNetwork;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.IntakeService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /api/search} counts, and how it calls it. */
class SearchIT {

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static HttpClient http;

    @BeforeAll
    static void aCityWithOneEntry() {
        network = TestNetwork.start(folder);
        http = HttpClient.newHttpClient();
        CityId copenhagen = network.host(network.coordinator(), "copenhagen");
        assertThat(
                        network.coordinator()
                                .bean(IntakeService.class)
                                .create(copenhagen, Samples.problem("Cykler"), null))
                .isInstanceOf(EditResult.Saved.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    JsonNode members = search("kind=member");
                    assertThat(members.path("total").asInt()).isEqualTo(2);
                    assertThat(search("q=cykler").path("total").asInt()).isEqualTo(1);
                });
    }

    @AfterAll
    static void stop() {
        http.close();
        network.close();
    }

    @Test
    void membersAreNoEntriesOfTheCatalogue() throws Exception {
        JsonNode everything = search("");

        assertThat(everything.path("total").asInt()).isEqualTo(1);
        assertThat(everything.at("/facets/kind").toString()).doesNotContain("member");
        assertThat(search("q=copenhagen").path("total").asInt()).isZero();
    }

    @Test
    void whoAsksForMembersFindsThem() throws Exception {
        JsonNode members = search("kind=member&q=copenhagen");

        assertThat(members.at("/hits/0/kind").asString()).isEqualTo("member");
        assertThat(members.at("/facets/kind").toString()).contains("\"member\"");
    }

    @ParameterizedTest
    @CsvSource({"da, København", "en, Copenhagen", "fi, København"})
    void aCityIsCalledByItsName(String language, String name) throws Exception {
        JsonNode city = search("lang=" + language).at("/facets/city/0");

        assertThat(city.path("value").asString()).isEqualTo("copenhagen");
        assertThat(city.path("label").asString()).isEqualTo(name);
    }

    @Test
    void aCityThatNobodyKnowsKeepsItsId() throws Exception {
        JsonNode cities = search("city=nowhere&city=No%20city").at("/facets/city");

        assertThat(cities.findValuesAsString("label")).contains("nowhere", "No city");
    }

    private static JsonNode search(String parameters) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(network.coordinator().url("/api/search?" + parameters))
                        .build();
        return JsonMapper.shared().readTree(http.send(request, ofString()).body());
    }
}
