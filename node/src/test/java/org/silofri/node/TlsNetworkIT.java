package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.log.EventLog;
import org.silofri.node.TestCertificates.Pem;
import org.silofri.node.bus.Bus;
import org.silofri.node.bus.BusHealth.HubLink;
import org.silofri.node.cli.operator.NodeClient;
import tools.jackson.databind.JsonNode;

/** A network of real nodes with a private authority: TLS on the bus, HTTPS to feeds and pages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TlsNetworkIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String BUNDLE = "spring.ssl.bundle.pem.network.";

    @TempDir private static Path folder;
    private static TestCertificates certificates;
    private static TestNetwork network;
    private static TestNode copenhagen;
    private static HttpClient http;

    @BeforeAll
    static void startsANetwork() {
        certificates = new TestCertificates(folder);
        Pem authority = certificates.authority("authority");
        Pem node = certificates.good("authority", "node");
        network =
                TestNetwork.start(
                        folder,
                        Map.of(
                                BUNDLE + "keystore.certificate",
                                file(node.certificate()),
                                BUNDLE + "keystore.private-key",
                                file(node.key()),
                                BUNDLE + "truststore.certificate",
                                file(authority.certificate()),
                                "server.ssl.bundle",
                                "network",
                                "silofri.tls.bundle",
                                "network"),
                        "copenhagen");
        copenhagen = network.node("copenhagen");
        http =
                HttpClient.newBuilder()
                        .sslContext(TestCertificates.trusting(authority).web())
                        .cookieHandler(new CookieManager())
                        .build();
    }

    @AfterAll
    static void stopsIt() {
        http.close();
        network.close();
    }

    @Test
    @Order(1)
    void bringsAnEventOverTheEncryptedBus() {
        await().atMost(SOON)
                .until(() -> copenhagen.bean(Bus.class).health().hub() instanceof HubLink.Up);
        long before = network.coordinator().bean(Bus.class).health().received();

        Samples.publish(copenhagen, "Cyklister venter for længe");

        awaitSame(network.coordinator(), copenhagen);
        assertThat(network.coordinator().bean(Bus.class).health().received()).isGreaterThan(before);
    }

    /** Without a login at the hub it lives by HTTPS alone, with the same private authority. */
    @Test
    @Order(2)
    void repairsOverHttps() {
        TestNode stavanger = network.joinWithoutBus("stavanger").start();

        awaitSame(stavanger, copenhagen);

        assertThat(stavanger.url()).hasScheme("https");
        assertThat(stavanger.bean(Bus.class).health().hub())
                .isInstanceOf(HubLink.NotAdmitted.class);
    }

    @Test
    @Order(3)
    void servesPagesWithSecureCookiesAndTheNamesItWasAdmittedWith() throws Exception {
        HttpResponse<String> page = get(copenhagen.url("/?lang=en"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("HttpOnly"));
        assertThat(get(copenhagen.url("/api/network")).body())
                .contains("\"copenhagen\"")
                .doesNotContain("\"frozen\"");
        assertThat(copenhagen.base().value()).startsWith("https://localhost:");
    }

    @Test
    @Order(4)
    void letsTheOperatorsCommandsInByTheCertificateThatTheNodeTold() {
        try (NodeClient client = NodeClient.of(copenhagen.data())) {
            JsonNode status = client.get("/operator/status", JsonNode.class);

            assertThat(status.path("node").asString()).isEqualTo("copenhagen");
            assertThat(status.path("health").asString()).isEqualTo("UP");
            // the test's certificate lasts nine days more
            assertThat(status.path("troubles").toString())
                    .contains("this node's certificate expires on")
                    .doesNotContain("not connected");
        }
    }

    @Test
    @Order(5)
    void tellsTheOperatorWhyTheHubIsNotBelieved() {
        Pem stranger = certificates.authority("stranger");
        copenhagen.stop();
        copenhagen.set(BUNDLE + "truststore.certificate", file(stranger.certificate())).start();

        try (NodeClient client = NodeClient.of(copenhagen.data())) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(troubles(client))
                                    .contains(
                                            "not connected to the hub since",
                                            "comes from nobody that this node trusts"));
        }
    }

    private static String troubles(NodeClient client) {
        return client.get("/operator/status", JsonNode.class).path("troubles").toString();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html, application/json").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void awaitSame(TestNode one, TestNode other) {
        EventLog log = other.log();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(one.log().head(other.city()))
                                .isPresent()
                                .isEqualTo(log.head(other.city())));
    }

    private static String file(Path path) {
        return path.toUri().toString();
    }
}
