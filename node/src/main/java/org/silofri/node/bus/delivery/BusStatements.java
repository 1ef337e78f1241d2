package org.silofri.node.bus.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silofri.catalogue.event.Statement;
import org.silofri.catalogue.log.KeptStatement;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.bus.message.CloudEventBinding;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.replication.Source;
import org.silofri.node.replication.StatementExchange;

/**
 * Signed words outside the logs as messages: the body is the compact JWS. What is said and believed
 * is {@link StatementExchange}'s.
 */
public final class BusStatements {

    private static final Set<String> TYPES =
            Set.of(Statement.HeadStatement.TYPE, Statement.NodePosition.TYPE);

    private final NodeIdentity identity;
    private final StatementExchange exchange;

    public BusStatements(NodeIdentity identity, StatementExchange exchange) {
        this.identity = identity;
        this.exchange = exchange;
    }

    static boolean isStatement(BusMessage message) {
        return TYPES.contains(message.attributes().getOrDefault("type", ""));
    }

    /** What this node has to say now, each on the address of the city that says it. */
    public List<BusSender.Statement> now() {
        return exchange.say().stream().map(this::said).toList();
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
