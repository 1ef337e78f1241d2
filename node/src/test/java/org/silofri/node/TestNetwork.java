package org.silofri.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.identity.NetworkFile;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NodeSetup;
import org.silofri.node.membership.Admission;
import org.silofri.node.membership.AdmissionResult;

/**
 * A coordinator and some cities as real nodes in this JVM, on free ports, set up and admitted as an
 * operator does it. For tests: {@code try (TestNetwork network = TestNetwork.start(folder,
 * "copenhagen", "stavanger")) { network.node("copenhagen") … }}.
 */
public final class TestNetwork implements AutoCloseable {

    /** Name of the coordinator's node. */
    public static final String COORDINATOR = "coordinator";

    private static final Map<String, CityProfile> PROFILES =
            Map.of(
                    "copenhagen", profile("København", "Copenhagen", "da", "DK", 55.676, 12.568),
                    "stavanger", profile("Stavanger", "Stavanger", "nb", "NO", 58.970, 5.733),
                    "helsinki", profile("Helsinki", "Helsinki", "fi", "FI", 60.170, 24.938));

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final NetworkFile network;
    private final Map<String, TestNode> nodes = new LinkedHashMap<>();
    private final Map<String, Object> common = new LinkedHashMap<>();

    private TestNetwork(Path folder, Map<String, Object> settings) {
        this.folder = folder;
        int hub = freePort();
        common.put("silofri.replication.repair-interval", "1s");
        common.put("silofri.replication.start-fence", "2s");
        common.putAll(settings);
        String scheme = settings.containsKey("silofri.tls.bundle") ? "amqps" : "amqp";
        TestNode coordinator = create(COORDINATOR);
        this.network =
                NodeSetup.initCoordinator(
                        coordinator.nodeSettings(),
                        CityProfile.named("Nordic cities", "en", "NO"),
                        URI.create(scheme + "://localhost:" + hub));
        coordinator.start();
    }

    /** Starts a coordinator and these cities, admitted. */
    public static TestNetwork start(Path folder, String... cities) {
        return start(folder, Map.of(), cities);
    }

    /**
     * Starts a coordinator and these cities, admitted.
     *
     * @param settings of every node, beside those that the network needs
     */
    public static TestNetwork start(Path folder, Map<String, Object> settings, String... cities) {
        TestNetwork started = new TestNetwork(folder, settings);
        for (String city : cities) {
            started.join(city).start();
        }
        return started;
    }

    /** Sets up and admits a city's node; it is not started yet. */
    public TestNode join(String name) {
        TestNode node = prepare(name, profileOf(name));
        admit(node);
        return node;
    }

    /** Sets up a city's node without admitting it; it is not started yet. */
    public TestNode prepare(String name, CityProfile profile) {
        TestNode node = create(name);
        NodeSetup.initCity(node.nodeSettings(), network, profile);
        return node;
    }

    /**
     * Sets up and admits a city's node whose log others may pull, and which has no login at the
     * hub: it lives by repair alone. It is not started yet.
     */
    public TestNode joinWithoutBus(String name) {
        TestNode node = create(name);
        CityProfile named = profileOf(name);
        NodeSetup.initCity(
                node.nodeSettings(),
                network,
                new CityProfile(
                        named.names(),
                        named.country(),
                        named.language(),
                        null,
                        null,
                        node.url(),
                        null));
        admit(node, false);
        return node;
    }

    /** Admits a city's node and hands it its login. */
    public void admit(TestNode node) {
        admit(node, true);
    }

    private void admit(TestNode node, boolean withLogin) {
        String request = NodeSetup.storedRequest(node.data());
        switch (coordinator().bean(Admission.class).admit(request)) {
            case AdmissionResult.Admitted(var member, var login, var created) -> {
                if (login != null && withLogin) {
                    login.store(node.data());
                }
            }
            case AdmissionResult.Refused(var reason) -> throw new IllegalStateException(reason);
        }
    }

    /** Admits a city whose key the host's node keeps. */
    public CityId host(TestNode host, String name) {
        return host(host, name, profileOf(name));
    }

    /** Admits a city whose key the host's node keeps, with what it tells of itself. */
    public CityId host(TestNode host, String name, CityProfile profile) {
        String request = host.bean(NodeIdentity.class).host(new CityId(name), profile);
        AdmissionResult result = coordinator().bean(Admission.class).admit(request);
        if (result instanceof AdmissionResult.Refused(var reason)) {
            throw new IllegalStateException(reason);
        }
        return new CityId(name);
    }

    /** The node of that name. */
    public TestNode node(String name) {
        TestNode found = nodes.get(name);
        if (found == null) {
            throw new IllegalArgumentException("This network has no node " + name);
        }
        return found;
    }

    /** The coordinator's node, which is the hub. */
    public TestNode coordinator() {
        return node(COORDINATOR);
    }

    /** All nodes, the coordinator first. */
    public List<TestNode> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** What a new node needs to join. */
    public NetworkFile network() {
        return network;
    }

    @Override
    public void close() {
        nodes().reversed().forEach(TestNode::close);
    }

    private TestNode create(String name) {
        TestNode node = new TestNode(name, folder, freePort());
        common.forEach(node::set);
        nodes.put(name, node);
        return node;
    }

    private static CityProfile profileOf(String name) {
        return PROFILES.getOrDefault(name, CityProfile.named(name, "en", "NO"));
    }

    private static CityProfile profile(
            String own, String english, String language, String country, double lat, double lon) {
        Map<String, String> names = Map.of(language, own, "en", english);
        return new CityProfile(names, country, language, lat, lon, null, null);
    }

    /** No port twice: an address is a city's name for life, also after its node has stopped. */
    private static int freePort() {
        int port = anyFreePort();
        while (!GIVEN.add(port)) {
            port = anyFreePort();
        }
        return port;
    }

    private static int anyFreePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
