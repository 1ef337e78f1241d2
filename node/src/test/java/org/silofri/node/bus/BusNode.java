package org.silofri.node.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.access.BusAccounts;
import org.silofri.node.bus.access.BusReader;
import org.silofri.node.bus.access.BusSecurity;
import org.silofri.node.bus.access.DeniedLinks;
import org.silofri.node.bus.access.KeyValues;
import org.silofri.node.bus.broker.BrokerPlan;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.broker.BusRole;
import org.silofri.node.bus.broker.BusSettings;
import org.silofri.node.bus.broker.Hub;
import org.silofri.node.bus.delivery.BusReceiver;
import org.silofri.node.bus.delivery.BusSender;
import org.silofri.node.bus.delivery.Outbox;
import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.bus.message.CloudEventBinding;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.tls.Tls;
import org.springframework.util.unit.DataSize;

/** A node of which only the bus is real: its log is a list. */
final class BusNode implements AutoCloseable {

    /** How long a connection may stay at the hub without a login. */
    static final Duration HANDSHAKE = Duration.ofSeconds(2);

    final String name;
    final CityId city;
    final List<BusMessage> log = new CopyOnWriteArrayList<>();
    final List<BusMessage> received = new CopyOnWriteArrayList<>();
    final Map<String, String> values = new ConcurrentHashMap<>();
    final DeniedLinks denied = new DeniedLinks(InstantSource.system());
    final BusAccounts accounts;
    private final Path folder;
    private final BusRole role;
    private final Tls tls;
    private Consumer<List<BusMessage>> handler = received::addAll;
    private @Nullable BusBroker broker;
    private @Nullable BusSender sender;
    private @Nullable BusReceiver receiver;

    private BusNode(String name, Path data, BusRole role, Tls tls) {
        this.name = name;
        this.city = new CityId(name);
        this.folder = data.resolve(name).resolve("bus");
        this.role = role;
        this.tls = tls;
        this.accounts = new BusAccounts(keyValues());
    }

    static BusNode hub(Path data) {
        HubAddress address = new HubAddress("127.0.0.1", freePort(), false);
        return new BusNode("coordinator", data, new BusRole.Hub(address), Tls.none());
    }

    static BusNode hub(Path data, Tls tls) {
        HubAddress address = new HubAddress("localhost", freePort(), true);
        return new BusNode("coordinator", data, new BusRole.Hub(address), tls);
    }

    /** A city that the hub admits now, and that dials this name with TLS. */
    static BusNode admitted(String name, Path data, BusNode hub, String host, Tls tls) {
        HubLogin credential = hub.accounts.issue(name);
        hub.admit(name);
        HubAddress address = new HubAddress(host, hub.hubPort(), true);
        return new BusNode(name, data, new BusRole.City(address, credential), tls);
    }

    /** A city that the hub admits now. */
    static BusNode admitted(String name, Path data, BusNode hub) {
        HubLogin credential = hub.accounts.issue(name);
        hub.admit(name);
        return withCredential(name, data, hub, credential);
    }

    static BusNode withCredential(String name, Path data, BusNode hub, HubLogin credential) {
        HubAddress address = new HubAddress("127.0.0.1", hub.hubPort(), false);
        return new BusNode(name, data, new BusRole.City(address, credential), Tls.none());
    }

    BusNode start() {
        BusSettings settings =
                new BusSettings(
                        null,
                        null,
                        false,
                        50,
                        HANDSHAKE,
                        Duration.ofMillis(300),
                        Duration.ofDays(7),
                        DataSize.ofMegabytes(16),
                        DataSize.ofMegabytes(1));
        BrokerPlan plan = new BrokerPlan(folder, name, Set.of(city), role, settings);
        BusBroker started = new BusBroker(plan, new BusSecurity(accounts, denied), tls);
        started.start();
        broker = started;
        if (plan.hub()) {
            new Hub(started, accounts).admitSelf(plan.cities());
        }
        receiver = new BusReceiver(started, messages -> handler.accept(messages));
        sender = new BusSender(started, List.of(outbox()), List::of);
        return this;
    }

    void admit(String reader) {
        new Hub(broker(), accounts).admit(new BusReader(reader, Set.of(new CityId(reader))));
    }

    void handleWith(Consumer<BusMessage> other) {
        handler = messages -> messages.forEach(other);
    }

    void handleTogether(Consumer<List<BusMessage>> other) {
        handler = other;
    }

    void publish(int events) {
        int from = log.size();
        IntStream.range(from, from + events)
                .mapToObj(n -> event(name, n + 1, "text %d of %s".formatted(n + 1, name)))
                .forEach(log::add);
        if (sender != null) {
            sender.changed();
        }
    }

    static BusMessage event(String city, long seq, String body) {
        return event(city, seq, body.getBytes(StandardCharsets.UTF_8));
    }

    static BusMessage event(String city, long seq, byte[] body) {
        return new BusMessage(
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        "%s/1/%d".formatted(city, seq),
                        "source",
                        "https://%s.example.org".formatted(city),
                        "type",
                        "org.silofri.entry.published.v1",
                        "time",
                        "2026-11-23T20:00:00Z",
                        "jws",
                        "e30.e30.AAAA",
                        CloudEventBinding.CONTENT_TYPE,
                        "application/n-triples"),
                body);
    }

    List<String> receivedFrom(String city) {
        return received.stream()
                .map(message -> message.attributes().getOrDefault("id", ""))
                .filter(id -> id.startsWith(city + "/"))
                .distinct()
                .toList();
    }

    static List<String> ids(String city, int events) {
        return IntStream.rangeClosed(1, events).mapToObj(n -> city + "/1/" + n).toList();
    }

    long waiting(String queue) {
        return broker().depths().getOrDefault(queue, -1L);
    }

    private int hubPort() {
        return role instanceof BusRole.Hub hub ? hub.address().port() : 0;
    }

    BusBroker broker() {
        if (broker == null) {
            throw new IllegalStateException("Node " + name + " is not started");
        }
        return broker;
    }

    BusReceiver receiver() {
        if (receiver == null) {
            throw new IllegalStateException("Node " + name + " is not started");
        }
        return receiver;
    }

    void deleteBusData() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Outbox outbox() {
        return new Outbox(
                city,
                (cursor, limit) -> {
                    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
                    return IntStream.range(from, Math.min(log.size(), from + limit))
                            .mapToObj(n -> new Outbox.Outgoing(String.valueOf(n + 1), log.get(n)))
                            .toList();
                },
                keyValues());
    }

    private KeyValues keyValues() {
        return new KeyValues(key -> Optional.ofNullable(values.get(key)), values::put);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (sender != null) {
            sender.close();
        }
        if (receiver != null) {
            receiver.close();
        }
        if (broker != null) {
            broker.close();
        }
        sender = null;
        receiver = null;
        broker = null;
    }
}
