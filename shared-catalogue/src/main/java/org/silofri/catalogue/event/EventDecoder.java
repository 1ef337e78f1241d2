package org.silofri.catalogue.event;

import java.util.List;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Limits;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.Decoded.Faulty;
import org.silofri.catalogue.event.Decoded.Pending;
import org.silofri.catalogue.event.Decoded.Sound;

/** Reads what authentic events say; total: every event has an answer, none an exception. */
final class EventDecoder {

    private EventDecoder() {}

    static Decoded decode(SignedEvent event) {
        EventHeader header = EventHeader.of(event);
        Envelope envelope = event.envelope();
        List<String> faults = event.faults();
        EventType type = envelope.type();
        if (type == EventType.UNKNOWN) {
            return new Faulty(header, QuarantineReason.TYPE, "type " + envelope.typeName());
        }
        if (!faults.isEmpty()) {
            return new Faulty(header, QuarantineReason.ENVELOPE, String.join("; ", faults));
        }
        if (!envelope.datacontenttype().equals(type.contentType())) {
            return new Faulty(
                    header, QuarantineReason.TYPE, "content type " + envelope.datacontenttype());
        }
        Payload payload = event.payload();
        if (payload == null) {
            return new Pending(header);
        }
        if (payload.size() > Limits.BYTES) {
            return new Faulty(header, QuarantineReason.SIZE, payload.size() + " bytes");
        }
        return body(header, envelope, payload.content());
    }

    private static Decoded body(EventHeader header, Envelope envelope, byte[] content) {
        try {
            return switch (envelope.type()) {
                case PUBLISHED -> new Sound(published(header, envelope, content));
                case WITHDRAWN -> new Sound(withdrawn(header, envelope, content));
                case PAYLOAD_ERASED ->
                        new Sound(
                                new CatalogueEvent.PayloadErased(
                                        header, entry(envelope), Bodies.readErasure(content)));
                case KEY_CHANGED ->
                        new Sound(
                                new CatalogueEvent.KeyChanged(
                                        header, Bodies.readKeyChange(content)));
                case EPOCH_STARTED ->
                        new Sound(
                                new CatalogueEvent.EpochStarted(
                                        header, Bodies.readEpochStart(content)));
                case UNKNOWN -> throw new IllegalStateException("Decided before");
            };
        } catch (IllegalArgumentException e) {
            return new Faulty(header, QuarantineReason.SHAPE, String.valueOf(e.getMessage()));
        }
    }

    private static CatalogueEvent published(EventHeader header, Envelope envelope, byte[] content) {
        return new CatalogueEvent.Published(header, snapshot(envelope, content));
    }

    private static CatalogueEvent withdrawn(EventHeader header, Envelope envelope, byte[] content) {
        return Tombstone.read(snapshot(envelope, content)).event(header);
    }

    private static EntryIri entry(Envelope envelope) {
        return new EntryIri(envelope.subject());
    }

    private static Snapshot snapshot(Envelope envelope, byte[] content) {
        return switch (CanonicalNTriples.read(content, entry(envelope))) {
            case CanonicalResult.Canonical(Snapshot snapshot) -> snapshot;
            case CanonicalResult.Refused(List<String> problems) ->
                    throw new Malformed(String.join("; ", problems));
        };
    }
}
