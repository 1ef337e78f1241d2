package org.silofri.node.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.silofri.node.bus.access.BusAccounts;
import org.silofri.node.bus.access.BusReader;
import org.silofri.node.bus.access.BusReaders;
import org.silofri.node.bus.access.BusSecurity;
import org.silofri.node.bus.access.DeniedLinks;
import org.silofri.node.bus.broker.BrokerPlan;
import org.silofri.node.bus.broker.BrokerUnavailable;
import org.silofri.node.bus.broker.BusBroker;
import org.silofri.node.bus.broker.BusRole;
import org.silofri.node.bus.broker.BusSettings;
import org.silofri.node.bus.delivery.BusInlet;
import org.silofri.node.bus.delivery.BusStatements;
import org.silofri.node.bus.delivery.BusStore;
import org.silofri.node.bus.delivery.Supervised;
import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.bus.dial.HubProbe;
import org.silofri.node.identity.HubLogin;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogGrown;
import org.silofri.node.membership.BusAccess;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.tls.Tls;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * The node's part in live delivery: runs broker, sender and receiver, starts them again when they
 * fail or when the node's login or cities change, and tells how they are. Everything here may be
 * lost: the log is the truth (F3).
 */
public final class Bus implements SmartLifecycle, BusAccess {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final long ADMIT_SECONDS = 30;
    private static final Duration DENIED_SHOWN = Duration.ofMinutes(10);
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final NodeIdentity identity;
    private final Members members;
    private final BusStore store;
    private final BusInlet inlet;
    private final BusStatements statements;
    private final BusSettings settings;
    private final InstantSource clock;
    private final HubAddress hub;
    private final Tls tls;
    private final BusAccounts accounts;
    private final DeniedLinks denied;
    private volatile @Nullable Supervised supervisor;
    private volatile CompletableFuture<RunningBus> running = new CompletableFuture<>();

    Bus(
            NodeIdentity identity,
            Members members,
            BusStore store,
            BusInlet inlet,
            BusStatements statements,
            BusSettings settings,
            Tls tls,
            InstantSource clock) {
        this.identity = identity;
        this.members = members;
        this.store = store;
        this.inlet = inlet;
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
        this.tls = tls;
        this.hub = hub(identity, settings, tls);
        this.accounts = new BusAccounts(store.values());
        this.denied = new DeniedLinks(clock);
    }

    /** The address to dial, or at the hub to bind, and that it may be used so. */
    private static HubAddress hub(NodeIdentity identity, BusSettings settings, Tls tls) {
        HubAddress dialled =
                HubAddress.of(
                        Optional.ofNullable(settings.hub()).orElse(identity.network().amqp()));
        HubAddress hub =
                identity.coordinator() && settings.listen() != null
                        ? dialled.at(settings.listen())
                        : dialled;
        hub.requireProtected(settings.allowPlaintext());
        if (identity.coordinator()) {
            hub.requireKey(tls);
        }
        return hub;
    }

    private void run(Supervised self) throws InterruptedException {
        BrokerPlan plan = plan();
        BusBroker broker = new BusBroker(plan, new BusSecurity(accounts, denied), tls);
        broker.start();
        try (RunningBus now = running(broker)) {
            running.complete(now);
            self.mended();
            while (!self.stopping() && follow(now, plan())) {
                now.tick(readers());
                self.sleep(TICK);
            }
        } finally {
            running = new CompletableFuture<>();
        }
    }

    /**
     * Tells whether the running broker can serve that plan; at the hub new own cities are added.
     */
    private boolean follow(RunningBus now, BrokerPlan next) {
        BrokerPlan served = now.broker().plan().withCities(now.cities());
        if (served.hub() && !served.equals(next) && served.withCities(next.cities()).equals(next)) {
            now.sendFor(next.cities(), store.outboxes(next.cities()));
            return true;
        }
        return served.equals(next);
    }

    private RunningBus running(BusBroker broker) {
        try {
            return new RunningBus(
                    broker,
                    accounts,
                    readers(),
                    inlet::accept,
                    store.outboxes(broker.plan().cities()),
                    statements::now,
                    new HubProbe(hub, tls, PROBE),
                    clock);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private Map<String, BusReader> readers() {
        return identity.coordinator() ? BusReaders.of(members.all(), identity.name()) : Map.of();
    }

    private BrokerPlan plan() {
        return new BrokerPlan(
                identity.data().resolve("bus"),
                identity.name().value(),
                identity.ownCities(),
                role(),
                settings);
    }

    private BusRole role() {
        if (identity.coordinator()) {
            return new BusRole.Hub(hub);
        }
        return HubLogin.load(identity.data())
                .<BusRole>map(login -> new BusRole.City(hub, login))
                .orElseGet(BusRole.NotAdmitted::new);
    }

    @EventListener
    void onGrowth(LogGrown grown) {
        RunningBus now = running.getNow(null);
        if (now != null) {
            now.logChanged();
        }
    }

    @Override
    public HubLogin admit(Member member) {
        BusReader reader = BusReaders.of(List.of(member), identity.name()).get(member.busUser());
        if (reader == null) {
            throw new IllegalArgumentException(
                    "Member %s has no bus user or is not active".formatted(member.city()));
        }
        RunningBus now = awaitRunning();
        HubLogin login = accounts.issue(reader.user());
        now.admit(reader);
        return login;
    }

    private RunningBus awaitRunning() {
        try {
            return running.get(ADMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BrokerUnavailable("The hub's broker is not running; look into its log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("Interrupted while waiting for the hub's broker", e);
        }
    }

    /** How live delivery is doing now. */
    public BusHealth health() {
        @Nullable RunningBus now = running.getNow(null);
        @Nullable Supervised loop = supervisor;
        @Nullable String error = loop == null ? null : loop.lastError();
        Instant shown = clock.instant().minus(DENIED_SHOWN);
        if (now == null) {
            return new BusHealth(
                    false,
                    false,
                    new BusHealth.HubLink.Down(clock.instant(), null),
                    error,
                    Map.of(),
                    denied.since(shown),
                    inlet.received(),
                    inlet.malformed(),
                    certificate());
        }
        return new BusHealth(
                now.broker().started(),
                now.receiving(),
                now.link(),
                error == null ? now.lastError() : error,
                now.broker().depths(),
                denied.since(shown),
                inlet.received(),
                inlet.malformed(),
                certificate());
    }

    /** That of the hub's door, or what a city shows. */
    private BusHealth.@Nullable Certificate certificate() {
        return hub.tls()
                ? tls.expires()
                        .map(end -> new BusHealth.Certificate(end, clock.instant()))
                        .orElse(null)
                : null;
    }

    @Override
    public void start() {
        supervisor = Supervised.start("bus-" + identity.name(), this::run);
    }

    @Override
    public void stop() {
        @Nullable Supervised loop = supervisor;
        if (loop != null) {
            loop.close();
        }
        supervisor = null;
    }

    @Override
    public boolean isRunning() {
        return supervisor != null;
    }
}
