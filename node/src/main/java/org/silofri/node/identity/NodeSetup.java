package org.silofri.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.PublicKey;
import org.silofri.node.identity.KeyFolder.OwnCity;

/**
 * Makes a data folder before a node's first start: keys, {@code network.json}, join request. Called
 * by {@code silofri init}; needs no running node.
 */
public final class NodeSetup {

    static final String NETWORK = "network.json";
    private static final String REQUEST = "join-request.jws";
    private static final int STEERING_KEYS = 3;

    private NodeSetup() {}

    /**
     * Founds a network. The three steering keys lie in {@code keys/steering} and should be carried
     * to three different places; the coordinator becomes the first member at its first start.
     *
     * @param amqp where cities reach the hub's broker
     * @return what every city needs to join, also written to {@code network.json}
     * @throws NotStartable if the folder is already initialised
     */
    public static NetworkFile initCoordinator(
            NodeSettings settings, CityProfile profile, URI amqp) {
        KeyFolder keys = emptyFolder(settings);
        OwnCity self = keys.create(settings.city(), settings.base());
        List<PublicKey> steering =
                IntStream.rangeClosed(1, STEERING_KEYS)
                        .mapToObj(number -> keys.createSteering(number).publicKey())
                        .toList();
        NetworkFile network =
                new NetworkFile(
                        self.city(),
                        self.base(),
                        self.key().publicKey(),
                        steering,
                        amqp,
                        settings.url());
        finish(settings, network, request(self, null, profile));
        return network;
    }

    /**
     * Prepares a city's node.
     *
     * @param network as the coordinator handed it out; compare its thumbprint by another way
     * @return the join request for the coordinator, also written to {@code join-request.jws}
     * @throws NotStartable if the folder is already initialised
     */
    public static String initCity(NodeSettings settings, NetworkFile network, CityProfile profile) {
        if (network.coordinator().equals(settings.city())) {
            throw new NotStartable(
                    "\"" + settings.name() + "\" is the name of this network's coordinator",
                    "choose the city's own name as silofri.node.name");
        }
        OwnCity self = emptyFolder(settings).create(settings.city(), settings.base());
        String request = request(self, null, profile);
        finish(settings, network, request);
        return request;
    }

    /** The join request that {@code init} left in the data folder. */
    public static String storedRequest(Path data) {
        try {
            return Files.readString(data.resolve(REQUEST));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data.resolve(REQUEST), e);
        }
    }

    static String request(OwnCity own, @Nullable BaseIri host, CityProfile profile) {
        return new JoinRequest(own.city(), own.base(), own.key().publicKey(), host, profile)
                .sign(own.key());
    }

    static InstanceMarker marker(NodeSettings settings) {
        Path configured = settings.state();
        return new InstanceMarker(
                configured == null ? defaultState(System.getenv()) : configured, settings.data());
    }

    private static Path defaultState(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        Path home =
                xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(xdg);
        return home.resolve("silofri");
    }

    private static KeyFolder emptyFolder(NodeSettings settings) {
        Path data = settings.data();
        KeyFolder keys = new KeyFolder(data);
        if (Files.exists(data.resolve(NETWORK)) || keys.holds(settings.city())) {
            throw new NotStartable(
                    data.toAbsolutePath() + " is already initialised",
                    "start the node, or choose an empty folder as silofri.node.data");
        }
        return keys;
    }

    private static void finish(NodeSettings settings, NetworkFile network, String request) {
        try {
            Files.createDirectories(settings.data());
            Files.writeString(settings.data().resolve(REQUEST), request);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + settings.data(), e);
        }
        marker(settings).write(Map.of());
        network.write(settings.data().resolve(NETWORK));
    }
}
