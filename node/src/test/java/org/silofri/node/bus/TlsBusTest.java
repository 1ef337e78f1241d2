package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.silofri.node.TestCertificates.tls;
import static org.silofri.node.TestCertificates.trusting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.node.TestCertificates;
import org.silofri.node.TestCertificates.Pem;
import org.silofri.node.bus.access.DeniedLinks;
import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.bus.dial.HubProbe;
import org.silofri.node.tls.Tls;
import org.silofri.node.tls.TlsSettings;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** TLS between hub and city on real sockets. */
class TlsBusTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1_500);

    @TempDir private static Path made;
    private static TestCertificates certificates;
    private static Pem network;
    private static Pem stranger;
    private static Pem good;

    @TempDir private Path data;
    private BusNode hub;

    @BeforeAll
    static void makesCertificates() {
        certificates = new TestCertificates(made);
        network = certificates.authority("network");
        stranger = certificates.authority("stranger");
        good = certificates.good("network", "hub");
    }

    @BeforeEach
    void hasAHub() {
        hub = BusNode.hub(data);
    }

    @AfterEach
    void stops() {
        hub.close();
    }

    private void start(Tls tls) {
        hub = BusNode.hub(data, tls).start();
    }

    @Test
    void bringsEventsBothWays() {
        start(tls(good, network));
        try (BusNode oslo = city("localhost", trusting(network))) {
            await().atMost(SOON).until(oslo.broker()::linked);

            oslo.publish(20);
            hub.publish(20);

            await().atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(hub.receivedFrom("oslo")).isEqualTo(BusNode.ids("oslo", 20));
                        assertThat(oslo.receivedFrom("coordinator"))
                                .isEqualTo(BusNode.ids("coordinator", 20));
                    });
        }
    }

    @Test
    void believesAPinnedCertificate() {
        Pem alone = certificates.authority("localhost-alone");
        start(tls(good, network));

        assertThat(probe("localhost", trusting(good))).contains("answers");
        assertThat(probe("localhost", trusting(alone))).contains("nobody that this node trusts");
    }

    @Test
    void doesNotBelieveAnUnknownAuthority() {
        start(tls(good, network));

        assertNotLinked("localhost", trusting(stranger));

        assertThat(probe("localhost", trusting(stranger)))
                .contains("comes from nobody that this node trusts", "silofri.tls.bundle");
        assertThat(wishes()).contains("end the TLS handshake with certificate_unknown");
    }

    @Test
    void doesNotBelieveTheJvmsAuthoritiesToKnowAPrivateHub() {
        start(tls(good, network));

        assertThat(probe("localhost", Tls.none())).contains("nobody that this node trusts");
    }

    @Test
    void doesNotBelieveAnotherName() {
        Pem other = certificates.signed("network", "other", "dns:hub.example", "-1d", 10);
        start(tls(other, network));

        assertNotLinked("localhost", trusting(network));

        assertThat(probe("localhost", trusting(network))).contains("is not made for \"localhost\"");
    }

    @Test
    void doesNotBelieveAnExpiredCertificateEvenIfItIsPinned() {
        Pem old = certificates.signed("network", "old", "dns:localhost", "-10d", 5);
        start(tls(old, network));

        assertNotLinked("localhost", trusting(network));

        assertThat(probe("localhost", trusting(network))).contains("has expired (NotAfter:");
        assertThat(probe("localhost", trusting(old))).contains("has expired (NotAfter:");
    }

    @Test
    void doesNotBelieveACertificateOfTomorrow() {
        Pem early = certificates.signed("network", "early", "dns:localhost", "+2d", 5);
        start(tls(early, network));

        assertThat(probe("localhost", trusting(network))).contains("not valid yet", "clocks");
    }

    @Test
    void tellsBothSidesOfAClientWithoutTls() {
        start(tls(good, network));

        String told = new HubProbe(plain(hub.broker().port()), Tls.none(), SOON).look();

        assertThat(told).contains("does not speak AMQP without TLS; write amqps");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(wishes()).contains("speak without TLS"));
    }

    @Test
    void tellsBothSidesOfAHubWithoutTls() {
        hub.start();

        assertThat(probe("localhost", trusting(network)))
                .contains("There is no TLS at the hub localhost");
        assertThat(wishes()).contains("speak another protocol");
    }

    @Test
    void asksForACertificateOfTheCityWhereThatIsSet() {
        start(tls(TestCertificates.bundle(good, network), true));
        Pem member = certificates.good("network", "member");
        Pem outsider = certificates.good("stranger", "outsider");

        assertThat(probe("localhost", trusting(network))).contains("needs a certificate");
        assertThat(probe("localhost", tls(outsider, network))).doesNotContain("answers");
        try (BusNode oslo = city("localhost", tls(member, network))) {
            await().atMost(SOON).until(oslo.broker()::linked);
        }
    }

    /** Opened and silent, or stopped in the middle of a handshake. */
    @Test
    void endsASlowHandshakeInTime() throws IOException {
        start(tls(good, network));
        try (Socket silent = connected();
                Socket half = connected()) {
            half.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1});
            long end = System.nanoTime() + BusNode.HANDSHAKE.plusSeconds(3).toNanos();

            silent.setSoTimeout(10_000);
            half.setSoTimeout(10_000);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(half.getInputStream().read()).isEqualTo(-1);
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(wishes()).contains("stay without a login").doesNotContain("speak without TLS");
    }

    @Test
    void letsACityInWhileManyHandshakesAreHeld() throws Exception {
        start(tls(good, network));
        List<Socket> held = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 60; i++) {
            Socket socket = connected();
            socket.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1});
            held.add(socket);
        }

        try (BusNode oslo = city("localhost", trusting(network))) {
            await().atMost(SOON).until(oslo.broker()::linked);
        }

        assertThat(wishes()).contains("have many connections without a login");
        for (Socket socket : held) {
            socket.close();
        }
    }

    @Test
    void showsARenewedCertificateWithoutARestart() throws IOException {
        Pem old = certificates.signed("network", "outgoing", "dns:localhost", "-10d", 5);
        var bundles = new DefaultSslBundleRegistry("net", TestCertificates.bundle(old, network));
        start(Tls.of(new TlsSettings("net", false), bundles));
        assertThat(probe("localhost", trusting(network))).contains("has expired");

        bundles.updateBundle("net", TestCertificates.bundle(good, network));

        assertThat(probe("localhost", trusting(network))).contains("answers");
    }

    @Test
    void speaksTls13WithWhoeverCan() throws IOException {
        start(tls(good, network));
        try (SSLSocket socket =
                (SSLSocket)
                        trusting(network)
                                .dialling()
                                .getSocketFactory()
                                .createSocket("localhost", hub.broker().port())) {
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(socket.getSession().getPeerCertificates()[0])
                    .isInstanceOf(X509Certificate.class);
        }
    }

    private BusNode city(String host, Tls tls) {
        return BusNode.admitted("oslo", data, hub, host, tls).start();
    }

    private void assertNotLinked(String host, Tls tls) {
        try (BusNode oslo = city(host, tls)) {
            oslo.publish(1);
            await().during(A_WHILE).atMost(SOON).until(() -> !oslo.broker().linked());
        }
        assertThat(hub.received).isEmpty();
    }

    private String probe(String host, Tls tls) {
        return new HubProbe(new HubAddress(host, hub.broker().port(), true), tls, SOON).look();
    }

    private static HubAddress plain(int port) {
        return new HubAddress("localhost", port, false);
    }

    private List<String> wishes() {
        return hub.denied.since(Instant.EPOCH).stream().map(DeniedLinks.Denied::wish).toList();
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), hub.broker().port());
    }
}
