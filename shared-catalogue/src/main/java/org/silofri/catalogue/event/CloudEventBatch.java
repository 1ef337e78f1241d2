package org.silofri.catalogue.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventForm.Binary;
import org.silofri.catalogue.event.CloudEventForm.Reading;

/**
 * Events as {@code application/cloudevents-batch+json}: the exact JWS and salt as attributes, the
 * payload in base64 (WIRE "On HTTP").
 */
public final class CloudEventBatch {

    /** Media type of a batch. */
    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    /** Most events of a batch, as many as a full page has. */
    public static final int MOST_EVENTS = 250;

    /** Most bytes of a batch: a full page in base64, and one last event of the largest size. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** CloudEvents demands a type; this says that the envelope has none, and no reader asks it. */
    private static final String UNTYPED = "none";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .build())
                                    .build())
                    .addModule(JsonFormat.getCloudEventJacksonModule(true, false))
                    .build();

    private CloudEventBatch() {}

    /**
     * Writes events in the given order.
     *
     * @param source base IRI of the city whose events they are
     */
    public static byte[] write(List<SignedEvent> events, BaseIri source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartArray();
            for (SignedEvent event : events) {
                MAPPER.writeValue(json, cloudEvent(CloudEventForm.write(event, source)));
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a batch; an element that is no event of this network is refused by itself.
     *
     * @throws Malformed if the whole is no batch, or larger than the limits
     */
    public static List<Reading> read(byte[] batch) {
        if (batch.length > MOST_BYTES) {
            throw new Malformed("Batch has more than " + MOST_BYTES + " bytes");
        }
        List<Reading> events = new ArrayList<>();
        try (JsonParser json = MAPPER.createParser(batch)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new Malformed("Batch is no JSON array");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (events.size() >= MOST_EVENTS) {
                    throw new Malformed("Batch has more than " + MOST_EVENTS + " events");
                }
                events.add(reading(MAPPER.readValue(json, CloudEvent.class)));
            }
            if (json.nextToken() != null) {
                throw new Malformed("Batch has something after its end");
            }
        } catch (IOException | CloudEventRWException e) {
            throw new Malformed("Batch is no JSON array of CloudEvents", e);
        }
        return events;
    }

    private static Reading reading(CloudEvent event) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : event.getAttributeNames()) {
            put(attributes, name, event.getAttribute(name));
        }
        put(attributes, "jws", event.getExtension("jws"));
        put(attributes, "salt", event.getExtension("salt"));
        CloudEventData data = event.getData();
        return CloudEventForm.read(attributes, data == null ? new byte[0] : data.toBytes());
    }

    private static void put(Map<String, String> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }

    private static CloudEvent cloudEvent(Binary form) {
        Map<String, String> attributes = form.attributes();
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(attributes.getOrDefault("id", ""))
                        .withSource(URI.create(attributes.getOrDefault("source", "")))
                        .withType(attributes.getOrDefault("type", UNTYPED))
                        .withExtension("jws", attributes.getOrDefault("jws", ""));
        String subject = attributes.get("subject");
        if (subject != null) {
            event.withSubject(subject);
        }
        String time = attributes.get("time");
        if (time != null) {
            event.withTime(OffsetDateTime.parse(time));
        }
        String salt = attributes.get("salt");
        if (salt != null) {
            event.withExtension("salt", salt).withData(form.body());
            String type = attributes.get("datacontenttype");
            if (type != null) {
                event.withDataContentType(type);
            }
            schema(attributes.get("dataschema"), event);
        }
        return event.build();
    }

    /** A faulty envelope may name no URI; then the attribute is left out. */
    private static void schema(@Nullable String dataschema, CloudEventBuilder event) {
        try {
            if (dataschema != null) {
                event.withDataSchema(new URI(dataschema));
            }
        } catch (URISyntaxException e) {
            event.withoutDataSchema();
        }
    }
}
