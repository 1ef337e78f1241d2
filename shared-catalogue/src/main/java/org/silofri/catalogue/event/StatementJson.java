package org.silofri.catalogue.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Statement.ForkProof;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;

/** Statements as JSON: {@code type} first, so that no statement can pass for an envelope. */
final class StatementJson {

    private static final int MOST_CITIES = 10_000;
    private static final int MOST_PROOFS = 20;

    private StatementJson() {}

    static byte[] write(Statement statement) {
        ObjectNode json = StrictJson.newObject();
        json.put("type", statement.wireName());
        json.put("city", statement.city().value());
        json.put("time", WireTime.write(statement.time()));
        switch (statement) {
            case HeadStatement head -> writeHead(json, head);
            case NodePosition position ->
                    new TreeMap<>(position.held())
                            .forEach((city, at) ->
                                    json.withObjectProperty("held")
                                            .put(city.value(), at.toString()));
        }
        return StrictJson.write(json);
    }

    private static void writeHead(ObjectNode json, HeadStatement head) {
        json.put("epoch", head.head().epoch());
        json.put("seq", head.head().seq());
        json.put("hash", head.hash());
        for (ForkProof proof : head.proofs()) {
            json.withArrayProperty("proofs").addArray().add(proof.one()).add(proof.other());
        }
    }

    /**
     * @throws Malformed if it is no statement of this version
     */
    static Statement read(byte[] bytes) {
        ObjectNode json = StrictJson.read(bytes, "Statement");
        String type = StrictJson.text(json, "type");
        CityId city = city(StrictJson.text(json, "city"));
        Instant time =
                WireTime.read(StrictJson.text(json, "time"))
                        .orElseThrow(() -> new Malformed("Statement has no valid time"));
        return switch (type) {
            case HeadStatement.TYPE -> readHead(json, city, time);
            case NodePosition.TYPE -> new NodePosition(city, held(json), time);
            default -> throw new Malformed("Statement type is unknown");
        };
    }

    private static HeadStatement readHead(ObjectNode json, CityId city, Instant time) {
        String hash = StrictJson.text(json, "hash");
        if (!Hashes.isHash(hash)) {
            throw new Malformed("Statement has no valid hash");
        }
        Position head =
                new Position(
                        StrictJson.numberFrom(0, json, "epoch"),
                        StrictJson.numberFrom(0, json, "seq"));
        return new HeadStatement(city, head, hash, time, proofs(json));
    }

    private static List<ForkProof> proofs(ObjectNode json) {
        List<ForkProof> proofs = new ArrayList<>();
        for (JsonNode pair : json.path("proofs")) {
            if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
                throw new Malformed("Fork proof is no pair of events");
            }
            if (proofs.size() < MOST_PROOFS) {
                proofs.add(new ForkProof(pair.path(0).textValue(), pair.path(1).textValue()));
            }
        }
        return proofs;
    }

    private static Map<CityId, Position> held(ObjectNode json) {
        Map<CityId, Position> held = new TreeMap<>();
        JsonNode cities = json.path("held");
        if (cities.size() > MOST_CITIES) {
            throw new Malformed("Statement names too many cities");
        }
        for (Map.Entry<String, JsonNode> city : cities.properties()) {
            held.put(city(city.getKey()), position(city.getValue().asText()));
        }
        return held;
    }

    private static CityId city(String text) {
        if (!CityId.isValid(text)) {
            throw new Malformed("Statement names no valid city");
        }
        return new CityId(text);
    }

    private static Position position(String text) {
        return Position.parse(text)
                .orElseThrow(() -> new Malformed("Statement has no valid position"));
    }
}
