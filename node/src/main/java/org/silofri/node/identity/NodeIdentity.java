package org.silofri.node.identity;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.node.identity.KeyFolder.OwnCity;

/** Who this node is: its name, its own cities and their keys, and the network it belongs to. */
public final class NodeIdentity {

    private final NodeSettings settings;
    private final NetworkFile network;
    private final KeyFolder keys;
    private final InstanceMarker marker;
    private final Map<CityId, OwnCity> own = new ConcurrentHashMap<>();

    private NodeIdentity(NodeSettings settings, NetworkFile network, KeyFolder keys) {
        this.settings = settings;
        this.network = network;
        this.keys = keys;
        this.marker = NodeSetup.marker(settings);
        this.own.putAll(keys.load());
    }

    /**
     * Reads what {@code init} has written.
     *
     * @throws NotStartable if {@code init} has not run, or the settings name another node or url
     */
    public static NodeIdentity load(NodeSettings settings) {
        Path data = settings.data();
        if (!Files.exists(data.resolve(NodeSetup.NETWORK))) {
            throw new NotStartable(
                    data.toAbsolutePath() + " is not initialised",
                    "run \"silofri init\" with the network.json of your coordinator first");
        }
        NetworkFile network = NetworkFile.read(data.resolve(NodeSetup.NETWORK));
        NodeIdentity identity = new NodeIdentity(settings, network, new KeyFolder(data));
        identity.requireSameNode();
        return identity;
    }

    private void requireSameNode() {
        OwnCity self = own.get(name());
        if (self == null) {
            throw new NotStartable(
                    "There is no key of \"" + name() + "\" in " + settings.data(),
                    "set silofri.node.name to the city of this folder, or run \"silofri init\"");
        }
        if (!self.base().equals(settings.base())) {
            throw new NotStartable(
                    "The data in %s were made for %s, and the node is set to %s"
                            .formatted(settings.data(), self.base(), settings.url()),
                    "a base IRI is fixed for life: set silofri.node.url back, or start from empty"
                            + " with --fresh");
        }
        if (coordinator() && !self.key().publicKey().equals(network.key())) {
            throw new NotStartable(
                    "The coordinator's key is not the one that network.json pins",
                    "restore keys/ and network.json from the same place");
        }
    }

    /** The city, or the coordinator, whose node this is. */
    public CityId name() {
        return settings.city();
    }

    /** The cities whose keys this node holds: its own and those it hosts. */
    public Set<CityId> ownCities() {
        return new TreeSet<>(own.keySet());
    }

    /** Tells whether this node holds the city's key. */
    public boolean owns(CityId city) {
        return own.containsKey(city);
    }

    /**
     * Base IRI of an own city.
     *
     * @throws IllegalArgumentException if the city is not an own one
     */
    public BaseIri base(CityId city) {
        return require(city).base();
    }

    /**
     * Signs for an own city.
     *
     * @throws IllegalArgumentException if the city is not an own one
     */
    public EventSigner signer(CityId city) {
        return new EventSigner(require(city).key());
    }

    /**
     * A secret of this node that signs no event, made when it is first asked for; in {@code keys/},
     * readable by the owner only.
     *
     * @param name what it is for, small letters
     */
    public byte[] secret(String name) {
        return keys.secret(name);
    }

    /** Tells whether this is the coordinator's node. */
    public boolean coordinator() {
        return network.coordinator().equals(name());
    }

    /** Folder with all that the node keeps. */
    public Path data() {
        return settings.data();
    }

    /** Where the node answers over HTTP. */
    public URI url() {
        return settings.url();
    }

    /** The network that the node belongs to. */
    public NetworkFile network() {
        return network;
    }

    /** Tells the living data folder from a copy of it (F8). */
    public InstanceMarker marker() {
        return marker;
    }

    /**
     * Makes a key for a city that has no node of its own and lets this node write for it, once the
     * coordinator admits the city.
     *
     * @return the city's join request
     * @throws IllegalArgumentException if this node already holds a key of the city
     */
    public String host(CityId city, CityProfile profile) {
        BaseIri host = base(name());
        OwnCity before = own.get(city);
        if (before != null && !before.base().equals(host.hosted(city))) {
            throw new IllegalArgumentException(
                    "%s has this node of its own; it is hosted by none".formatted(city));
        }
        // a key from a try that got no further is used again
        OwnCity hosted = before == null ? keys.create(city, host.hosted(city)) : before;
        own.put(city, hosted);
        return NodeSetup.request(hosted, host, profile);
    }

    private OwnCity require(CityId city) {
        OwnCity found = own.get(city);
        if (found == null) {
            throw new IllegalArgumentException("This node holds no key of " + city);
        }
        return found;
    }
}
