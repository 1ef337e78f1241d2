package org.silofri.catalogue.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

/**
 * An event as CloudEvents attributes and a body (binary mode). The signed envelope alone is
 * believed: attributes may repeat what it says, never contradict it. {@code source} is not in the
 * envelope and nothing is derived from it.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0.2</a>
 */
public final class CloudEventForm {

    /** Prefix that the AMQP binding prefers; legal in JMS names. */
    public static final String PREFIX = "cloudEvents_";

    private static final String OTHER_PREFIX = "cloudEvents:";
    private static final String SPEC_VERSION = "1.0";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private CloudEventForm() {}

    /**
     * Attributes and body.
     *
     * @param attributes names without prefix, in a fixed order; {@code datacontenttype} belongs in
     *     the transport's own content type
     * @param body the payload's bytes; empty when the event has no payload
     */
    @SuppressWarnings("ArrayRecordComponent") // a hand-over between two calls, never compared
    public record Binary(Map<String, String> attributes, byte[] body) {}

    /** What reading gave; nothing is verified yet. */
    public sealed interface Reading {
        /** An event that its attributes do not contradict. */
        record Read(SignedEvent event) implements Reading {}

        /** No event, or one whose attributes contradict it (F16). */
        record Refused(NotAuthentic why) implements Reading {}
    }

    /**
     * Writes an event for the bus.
     *
     * @param source base IRI of the event's city
     */
    public static Binary write(SignedEvent event, BaseIri source) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", SPEC_VERSION);
        attributes.put("source", source.value());
        attributes.putAll(derived(event.envelope()));
        attributes.put("jws", event.jws());
        Payload payload = event.payload();
        if (payload == null) {
            return new Binary(attributes, new byte[0]);
        }
        attributes.put("salt", BASE64.encodeToString(payload.salt()));
        return new Binary(attributes, payload.content());
    }

    /** Reads attributes without prefix, see {@link #unprefixed}, and a body. */
    public static Reading read(Map<String, String> attributes, byte[] body) {
        try {
            String jws = attributes.get("jws");
            if (jws == null || !SPEC_VERSION.equals(attributes.get("specversion"))) {
                return refused(Reason.MALFORMED, "no CloudEvent 1.0 with the attribute jws");
            }
            SignedEvent event = SignedEvent.of(jws, payload(attributes.get("salt"), body));
            return contradiction(attributes, event.envelope())
                    .map(name -> refused(Reason.ATTRIBUTES_CONTRADICT, "attribute " + name))
                    .orElseGet(() -> new Reading.Read(event));
        } catch (IllegalArgumentException e) {
            return refused(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * CloudEvents attributes among the application properties of a message.
     *
     * @param properties names with {@code cloudEvents_} or {@code cloudEvents:}; others are left
     *     out, values are taken as text
     */
    public static Map<String, String> unprefixed(Map<String, ?> properties) {
        Map<String, String> attributes = new HashMap<>();
        properties.forEach((name, value) -> {
            if (value != null && (name.startsWith(PREFIX) || name.startsWith(OTHER_PREFIX))) {
                attributes.put(name.substring(PREFIX.length()), value.toString());
            }
        });
        return attributes;
    }

    private static Map<String, String> derived(Envelope envelope) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", envelope.id());
        attributes.put("type", envelope.typeName());
        attributes.put("subject", envelope.subject());
        if (!envelope.time().equals(Instant.EPOCH)) {
            attributes.put("time", WireTime.write(envelope.time()));
        }
        attributes.put("dataschema", envelope.dataschema());
        attributes.put("datacontenttype", envelope.datacontenttype());
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private static Optional<String> contradiction(
            Map<String, String> attributes, Envelope envelope) {
        Map<String, String> derived = derived(envelope);
        if (!envelope.id().equals(attributes.get("id"))) {
            return Optional.of("id");
        }
        for (String name :
                new String[] {"type", "subject", "time", "dataschema", "datacontenttype"}) {
            String claimed = attributes.get(name);
            if (claimed != null && !agrees(name, claimed, derived.get(name))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** What a faulty envelope does not say, nothing contradicts: the event must go on (F15). */
    private static boolean agrees(String name, String claimed, @Nullable String signed) {
        return signed == null
                || claimed.equals(signed)
                || (name.equals("time") && isSameInstant(claimed, Instant.parse(signed)));
    }

    /** An intermediary may write the same time in another form. */
    private static boolean isSameInstant(String claimed, Instant signed) {
        try {
            return OffsetDateTime.parse(claimed).toInstant().equals(signed);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static @Nullable Payload payload(@Nullable String salt, byte[] body) {
        if (salt == null) {
            if (body.length > 0) {
                throw new Malformed("Body without salt");
            }
            return null;
        }
        return new Payload(CompactJws.decodeBase64Url(salt), body);
    }

    private static Reading refused(Reason reason, String detail) {
        return new Reading.Refused(new NotAuthentic(reason, detail));
    }
}
