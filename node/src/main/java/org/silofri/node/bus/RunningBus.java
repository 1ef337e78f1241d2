package org.silofri.node.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.bus.access.BusAccounts;
import org.silofri.node.bus.access.BusReader;
import org.silofri.node.bus.broker.BrokerUnavailable;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.broker.BusRole;
import org.silofri.node.bus.broker.Hub;
import org.silofri.node.bus.delivery.BusReceiver;
import org.silofri.node.bus.delivery.BusSender;
import org.silofri.node.bus.delivery.Outbox;
import org.silofri.node.bus.dial.HubProbe;
import org.silofri.node.bus.message.BusMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a started broker with all that hangs on it. */
final class RunningBus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningBus.class);

    /**
     * A link that comes up needs moments; the reason is sought after that, and not all the time.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final BusBroker broker;
    private final BusReceiver receiver;
    private final Supplier<List<BusSender.Statement>> statements;
    private volatile BusSender sender;
    private volatile Set<CityId> cities;
    private final Optional<Hub> hub;
    private final InstantSource clock;
    private final HubProbe probe;
    private Map<String, BusReader> admitted = Map.of();
    private volatile boolean linked;
    private volatile Instant linkChanged;
    private volatile Instant probed = Instant.EPOCH;
    private volatile @Nullable String problem;

    /**
     * @param readers at the hub: who reads and sends there
     */
    RunningBus(
            BusBroker broker,
            BusAccounts accounts,
            Map<String, BusReader> readers,
            Consumer<List<BusMessage>> inlet,
            List<Outbox> outboxes,
            Supplier<List<BusSender.Statement>> statements,
            HubProbe probe,
            InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
        this.probe = probe;
        this.statements = statements;
        this.cities = broker.plan().cities();
        this.linkChanged = clock.instant();
        this.hub = broker.plan().hub() ? Optional.of(new Hub(broker, accounts)) : Optional.empty();
        hub.ifPresent(here -> here.admitSelf(broker.plan().cities()));
        tick(readers);
        this.receiver = new BusReceiver(broker, inlet);
        this.sender = new BusSender(broker, outboxes, statements);
    }

    /**
     * Follows the coordinator's log, new readers in and suspended ones out, and looks at the link.
     *
     * @throws BrokerUnavailable if the broker stopped by itself
     */
    void tick(Map<String, BusReader> readers) {
        if (!broker.started()) {
            throw new BrokerUnavailable("The broker stopped by itself, it is started again");
        }
        hub.ifPresent(here -> follow(here, readers));
        boolean now = broker.linked();
        if (now != linked) {
            linked = now;
            linkChanged = clock.instant();
        }
        if (now) {
            problem = null;
        } else if (broker.plan().role() instanceof BusRole.City) {
            ask();
        }
    }

    /** Looks why the hub is not reached, at most now and then and beside the supervising loop. */
    private void ask() {
        Instant now = clock.instant();
        if (now.isBefore(linkChanged.plus(PATIENCE)) || now.isBefore(probed.plus(AGAIN))) {
            return;
        }
        probed = now;
        Thread.ofVirtual()
                .name("bus-probe")
                .start(() -> {
                    String found = probe.look();
                    if (!linked && !found.equals(problem)) {
                        LOG.atWarn().addKeyValue("cause", found).log("no connection to the hub");
                        problem = found;
                    }
                });
    }

    private synchronized void follow(Hub here, Map<String, BusReader> readers) {
        admitted.keySet().stream()
                .filter(user -> !readers.containsKey(user))
                .forEach(here::suspend);
        readers.values().stream()
                .filter(reader -> !reader.equals(admitted.get(reader.user())))
                .forEach(here::admit);
        admitted = Map.copyOf(readers);
    }

    /** At the hub: lets a reader in before the coordinator's log tells of it. */
    synchronized void admit(BusReader reader) {
        hub.orElseThrow().admit(reader);
    }

    /** At the hub: sends for another set of own cities from now on. */
    void sendFor(Set<CityId> cities, List<Outbox> outboxes) {
        hub.orElseThrow().admitSelf(cities);
        BusSender before = sender;
        before.close();
        sender = new BusSender(broker, outboxes, statements);
        this.cities = Set.copyOf(cities);
    }

    /** Whose events are sent. */
    Set<CityId> cities() {
        return cities;
    }

    void logChanged() {
        sender.changed();
    }

    BusBroker broker() {
        return broker;
    }

    boolean receiving() {
        return receiver.attached();
    }

    @Nullable String lastError() {
        return receiver.lastError() == null ? sender.lastError() : receiver.lastError();
    }

    BusHealth.HubLink link() {
        return switch (broker.plan().role()) {
            case BusRole.Hub here ->
                    new BusHealth.HubLink.Here(broker.port(), broker.connections());
            case BusRole.City city ->
                    linked
                            ? new BusHealth.HubLink.Up(linkChanged)
                            : new BusHealth.HubLink.Down(linkChanged, problem);
            case BusRole.NotAdmitted nothing -> new BusHealth.HubLink.NotAdmitted();
        };
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
        broker.close();
    }
}
