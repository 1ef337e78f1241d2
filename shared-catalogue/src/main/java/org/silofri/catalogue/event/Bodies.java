package org.silofri.catalogue.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of events that concern a log, each in one fixed order of members. */
public final class Bodies {

    private Bodies() {}

    /** Body of {@link EventType#EPOCH_STARTED}. */
    public static byte[] write(EpochStart start) {
        ObjectNode json = StrictJson.newObject();
        json.put("previousEpoch", start.previousEpoch());
        json.put("lastSeq", start.lastSeq());
        json.put("lastHash", start.lastHash());
        json.put("reason", start.reason().wireName());
        if (start.resolution() != null) {
            json.put("resolution", start.resolution());
        }
        return StrictJson.write(json);
    }

    /** Body of {@link EventType#PAYLOAD_ERASED}. */
    public static byte[] write(Erasure erasure) {
        ObjectNode json = StrictJson.newObject();
        json.put("position", erasure.erased().toString());
        json.put("hash", erasure.hash());
        return StrictJson.write(json);
    }

    /** Body of {@link EventType#KEY_CHANGED}. */
    public static byte[] write(KeyChange change) {
        ObjectNode json = StrictJson.newObject();
        for (KeyChange.Added added : change.added()) {
            json.withArrayProperty("added")
                    .addObject()
                    .put("kid", added.key().kid())
                    .put("x", added.key().encoded())
                    .put("from", added.from().toString());
        }
        for (KeyChange.Revoked revoked : change.revoked()) {
            json.withArrayProperty("revoked")
                    .addObject()
                    .put("kid", revoked.kid())
                    .put("lastGood", revoked.lastGood().toString());
        }
        if (change.proof() != null) {
            json.put("proof", change.proof());
        }
        return StrictJson.write(json);
    }

    /**
     * @throws IllegalArgumentException if it is no such body
     */
    static EpochStart readEpochStart(byte[] bytes) {
        ObjectNode json = StrictJson.read(bytes, "Body");
        return new EpochStart(
                StrictJson.number(json, "previousEpoch"),
                StrictJson.numberFrom(0, json, "lastSeq"),
                StrictJson.text(json, "lastHash"),
                EpochStart.Reason.ofWireName(StrictJson.text(json, "reason"))
                        .orElseThrow(() -> new Malformed("Reason of the epoch is unknown")),
                optional(json, "resolution"));
    }

    /**
     * @throws IllegalArgumentException if it is no such body
     */
    static Erasure readErasure(byte[] bytes) {
        ObjectNode json = StrictJson.read(bytes, "Body");
        return new Erasure(position(json, "position"), StrictJson.text(json, "hash"));
    }

    /**
     * @throws IllegalArgumentException if it is no such body
     */
    static KeyChange readKeyChange(byte[] bytes) {
        ObjectNode json = StrictJson.read(bytes, "Body");
        List<KeyChange.Added> added = new ArrayList<>();
        for (JsonNode key : json.path("added")) {
            ObjectNode object = object(key);
            PublicKey publicKey = PublicKey.ofBase64Url(StrictJson.text(object, "x"));
            if (!publicKey.kid().equals(StrictJson.text(object, "kid"))) {
                throw new Malformed("Key is not of its thumbprint");
            }
            added.add(new KeyChange.Added(publicKey, position(object, "from")));
        }
        List<KeyChange.Revoked> revoked = new ArrayList<>();
        for (JsonNode key : json.path("revoked")) {
            ObjectNode object = object(key);
            revoked.add(
                    new KeyChange.Revoked(
                            StrictJson.text(object, "kid"), position(object, "lastGood")));
        }
        return new KeyChange(added, revoked, optional(json, "proof"));
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Malformed("Key is no object");
    }

    private static Position position(ObjectNode json, String member) {
        return Position.parse(StrictJson.text(json, member))
                .orElseThrow(() -> new Malformed("Member \"%s\" is no position".formatted(member)));
    }

    private static @Nullable String optional(ObjectNode json, String member) {
        return json.has(member) ? StrictJson.text(json, member) : null;
    }
}
