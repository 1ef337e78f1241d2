package org.silofri.catalogue.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.silofri.catalogue.entry.CityId;

/**
 * What an author signs (WIRE "Envelope"). Other members of the JSON object are allowed and ignored,
 * but stay under the signature.
 *
 * @param city whose log it is
 * @param epoch from 1
 * @param seq from 1 within the epoch
 * @param prev hash of the event before, {@link Hashes#NONE} for a log's first
 * @param typeName type as written; see {@link #type()}
 * @param subject the entry's IRI, or the city's base IRI for what concerns its log
 * @param time when the author signed, whole milliseconds; information, not order (F12)
 * @param dataschema ontology version IRI that the payload follows
 * @param datacontenttype media type of the payload
 * @param payloadHash SHA-256 of salt and payload, see {@link Payload#hash()}
 */
public record Envelope(
        CityId city,
        long epoch,
        long seq,
        String prev,
        String typeName,
        String subject,
        Instant time,
        String dataschema,
        String datacontenttype,
        String payloadHash) {

    /** Ontology version of this format's first release. */
    public static final String ONTOLOGY_1_0 = "https://w3id.org/silofri/ns/1.0";

    /**
     * @throws IllegalArgumentException if epoch or seq is below 1 or {@code prev} is no hash
     */
    public Envelope {
        if (epoch < 1 || seq < 1 || !Hashes.isHash(prev)) {
            throw new IllegalArgumentException(
                    "Envelope %s/%d/%d has no place in a log".formatted(city, epoch, seq));
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** With a type that this version writes. */
    public Envelope(
            CityId city,
            long epoch,
            long seq,
            String prev,
            EventType type,
            String subject,
            Instant time,
            String dataschema,
            String datacontenttype,
            String payloadHash) {
        this(
                city,
                epoch,
                seq,
                prev,
                type.wireName(),
                subject,
                time,
                dataschema,
                datacontenttype,
                payloadHash);
    }

    /** What it says; {@link EventType#UNKNOWN} for types of later versions. */
    public EventType type() {
        return EventType.ofWireName(typeName);
    }

    /** Its place in the city's log. */
    public Position position() {
        return new Position(epoch, seq);
    }

    /** {@code {city}/{epoch}/{seq}}, the CloudEvents id. */
    public String id() {
        return city + "/" + epoch + "/" + seq;
    }
}
