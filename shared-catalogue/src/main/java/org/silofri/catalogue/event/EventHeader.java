package org.silofri.catalogue.event;

import java.time.Instant;
import org.silofri.catalogue.entry.CityId;

/**
 * Where an event comes from; the stuff of provenance graphs.
 *
 * @param hash hash of the event
 * @param kid key that signed
 * @param time when the author signed
 * @param dataschema ontology version IRI
 */
public record EventHeader(
        CityId city, Position position, String hash, String kid, Instant time, String dataschema) {

    /** The header of a signed event. */
    public static EventHeader of(SignedEvent event) {
        Envelope envelope = event.envelope();
        return new EventHeader(
                envelope.city(),
                envelope.position(),
                event.hash(),
                event.kid(),
                envelope.time(),
                envelope.dataschema());
    }
}
