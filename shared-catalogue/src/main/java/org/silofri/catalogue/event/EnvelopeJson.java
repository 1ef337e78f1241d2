package org.silofri.catalogue.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;

/**
 * The envelope as JSON. Written in one fixed order; read in any. A signed envelope whose place in
 * the log can be read always counts (F15), so only {@code city}, {@code epoch}, {@code seq} and
 * {@code prev} decide whether it is an envelope; other faults are listed and lead to quarantine.
 */
final class EnvelopeJson {

    private EnvelopeJson() {}

    /**
     * An envelope as read.
     *
     * @param envelope faulty members have their empty value, a faulty time is 1970
     * @param faults what is missing or misformed; empty for a sound envelope
     */
    record Reading(Envelope envelope, List<String> faults) {}

    /**
     * @throws IllegalArgumentException for a type this version does not know
     */
    static byte[] write(Envelope envelope) {
        if (envelope.type() == EventType.UNKNOWN) {
            throw new IllegalArgumentException(
                    "Event type \"%s\" is unknown; write one of this version"
                            .formatted(envelope.typeName()));
        }
        ObjectNode json = StrictJson.newObject();
        json.put("city", envelope.city().value());
        json.put("epoch", envelope.epoch());
        json.put("seq", envelope.seq());
        json.put("prev", envelope.prev());
        json.put("type", envelope.typeName());
        json.put("subject", envelope.subject());
        json.put("time", WireTime.write(envelope.time()));
        json.put("dataschema", envelope.dataschema());
        json.put("datacontenttype", envelope.datacontenttype());
        json.put("payloadHash", envelope.payloadHash());
        return StrictJson.write(json);
    }

    /**
     * @throws Malformed if no place in a log can be read
     */
    static Reading read(byte[] bytes) {
        ObjectNode json = StrictJson.read(bytes, "Envelope");
        String city = StrictJson.text(json, "city");
        String prev = StrictJson.text(json, "prev");
        if (!CityId.isValid(city) || !Hashes.isHash(prev)) {
            throw new Malformed("Envelope has no valid city or prev");
        }
        List<String> faults = new ArrayList<>();
        Envelope envelope =
                new Envelope(
                        new CityId(city),
                        StrictJson.number(json, "epoch"),
                        StrictJson.number(json, "seq"),
                        prev,
                        text(json, "type", faults),
                        text(json, "subject", faults),
                        time(json, faults),
                        text(json, "dataschema", faults),
                        text(json, "datacontenttype", faults),
                        text(json, "payloadHash", faults));
        if (!Hashes.isHash(envelope.payloadHash())) {
            faults.add("Member \"payloadHash\" is no SHA-256");
        }
        return new Reading(envelope, List.copyOf(faults));
    }

    private static String text(ObjectNode json, String member, List<String> faults) {
        try {
            String text = StrictJson.text(json, member);
            if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                return text;
            }
            faults.add("Member \"%s\" has half a surrogate pair".formatted(member));
            return "";
        } catch (Malformed e) {
            faults.add(String.valueOf(e.getMessage()));
            return "";
        }
    }

    private static Instant time(ObjectNode json, List<String> faults) {
        Optional<Instant> time = WireTime.read(text(json, "time", faults));
        if (time.isEmpty()) {
            faults.add("Member \"time\" is not of the form 2026-11-23T20:15:30.125Z");
        }
        return time.orElse(Instant.EPOCH);
    }
}
