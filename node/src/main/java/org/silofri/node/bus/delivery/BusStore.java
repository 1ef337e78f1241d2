package org.silofri.node.bus.delivery;

import java.util.Collection;
import java.util.List;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.node.bus.access.KeyValues;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.identity.NodeIdentity;

/** What the bus reads from and keeps in {@code log.db}. */
public final class BusStore {

    private static final String SPACE = "bus";

    private final NodeIdentity identity;
    private final EventLog log;

    public BusStore(NodeIdentity identity, EventLog log) {
        this.identity = identity;
        this.log = log;
    }

    public KeyValues values() {
        return new KeyValues(
                key -> log.values().get(SPACE, key),
                (key, value) -> log.values().put(SPACE, key, value));
    }

    public List<Outbox> outboxes(Collection<CityId> cities) {
        return cities.stream()
                .sorted()
                .map(city -> new Outbox(city, (at, most) -> read(city, at, most), values()))
                .toList();
    }

    private List<Outbox.Outgoing> read(CityId city, String cursor, int limit) {
        Position after = Position.parse(cursor).orElse(Position.START);
        return log.readAfter(city, after, limit).stream().map(this::outgoing).toList();
    }

    private Outbox.Outgoing outgoing(SignedEvent event) {
        CloudEventForm.Binary form = CloudEventForm.write(event, identity.base(event.city()));
        return new Outbox.Outgoing(
                event.position().toString(), new BusMessage(form.attributes(), form.body()));
    }
}
