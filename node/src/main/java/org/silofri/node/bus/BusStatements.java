package org.silofri.node.bus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Statement;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.KeptStatement;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.replication.Source;
import org.silofri.node.replication.StatementExchange;

/** Signed words outside the logs as messages: the body is the compact JWS. */
final class BusStatements {

    private static final Set<String> TYPES =
            Set.of(Statement.HeadStatement.TYPE, Statement.NodePosition.TYPE);

    private final NodeIdentity identity;
    private final EventLog log;
    private final StatementExchange exchange;

    BusStatements(NodeIdentity identity, EventLog log, StatementExchange exchange) {
        this.identity = identity;
        this.log = log;
        this.exchange = exchange;
    }

    static boolean isStatement(BusMessage message) {
        return TYPES.contains(message.attributes().getOrDefault("type", ""));
    }

    /** What this node has to say now, each on the address of the city that says it. */
    List<BusSender.Statement> now() {
        exchange.sign();
        List<BusSender.Statement> said = new ArrayList<>();
        for (CityId city : identity.ownCities()) {
            log.statements()
                    .latest(city, Statement.HeadStatement.TYPE)
                    .map(this::said)
                    .ifPresent(said::add);
        }
        log.statements()
                .latest(identity.name(), Statement.NodePosition.TYPE)
                .map(this::said)
                .ifPresent(said::add);
        return said;
    }

    void receive(BusMessage message, Source source) {
        exchange.receive(new String(message.body(), StandardCharsets.US_ASCII), source);
    }

    private BusSender.Statement said(KeptStatement kept) {
        Map<String, String> attributes =
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        "%s/%s/%s".formatted(kept.city(), kept.type(), kept.time()),
                        "source",
                        identity.base(kept.city()).value(),
                        "type",
                        kept.type(),
                        CloudEventBinding.CONTENT_TYPE,
                        "application/jose");
        return new BusSender.Statement(
                kept.city(),
                new BusMessage(attributes, kept.jws().getBytes(StandardCharsets.US_ASCII)));
    }
}
