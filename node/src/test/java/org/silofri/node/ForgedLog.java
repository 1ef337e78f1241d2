package org.silofri.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CanonicalNTriples;
import org.silofri.catalogue.entry.CanonicalResult;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.Tombstone;

/**
 * A city's log written by hand, with its real key and whatever content, for tests of F15 to F19.
 */
public final class ForgedLog {

    private final CityId city;
    private final BaseIri base;
    private final EventSigner signer;
    private String prev = Hashes.NONE;
    private long seq;

    /** An empty log of that city. */
    public ForgedLog(CityId city, BaseIri base, EventSigner signer) {
        this.city = city;
        this.base = base;
        this.signer = signer;
    }

    /** The next event: a sound problem. */
    public SignedEvent sound(String key) {
        return about(base.entry(EntryKind.PROBLEM, key), Instant.now());
    }

    /** The next event: a sound problem, signed at that time. */
    public SignedEvent at(String key, Instant time) {
        return about(base.entry(EntryKind.PROBLEM, key), time);
    }

    /** The next event: about somebody else's entry. */
    public SignedEvent about(EntryIri entry, Instant time) {
        return next(entry.value(), time, content(entry, base));
    }

    /** The next event: about any entry, with these bytes. */
    public SignedEvent saying(EntryIri entry, Instant time, byte[] content) {
        return next(entry.value(), time, content);
    }

    /** The next event: about an own entry, with these bytes. */
    public SignedEvent with(String key, byte[] content) {
        return next(base.entry(EntryKind.PROBLEM, key).value(), Instant.now(), content);
    }

    /** The next event: takes an own entry back, for that reason. */
    public SignedEvent withdrawn(String key, String englishReason) {
        EntryIri entry = base.entry(EntryKind.PROBLEM, key);
        Instant now = Instant.now();
        Tombstone tombstone = new Tombstone(entry, Map.of("en", englishReason), now);
        return next(EventType.WITHDRAWN, entry.value(), now, tombstone.snapshot().canonical());
    }

    /** Another event for the place of the last one (F7). */
    public SignedEvent instead(SignedEvent last, String key) {
        prev = last.envelope().prev();
        seq--;
        return sound(key);
    }

    private SignedEvent next(String subject, Instant time, byte[] content) {
        return next(EventType.PUBLISHED, subject, time, content);
    }

    private SignedEvent next(EventType type, String subject, Instant time, byte[] content) {
        Payload payload = Payload.of(content);
        Envelope envelope =
                new Envelope(
                        city,
                        1,
                        ++seq,
                        prev,
                        type,
                        subject,
                        time,
                        Envelope.ONTOLOGY_1_0,
                        type.contentType(),
                        payload.hash());
        SignedEvent event = signer.sign(envelope, payload);
        prev = event.hash();
        return event;
    }

    private static byte[] content(EntryIri entry, BaseIri publisher) {
        return switch (CanonicalNTriples.of(Samples.problem(entry, publisher), entry)) {
            case CanonicalResult.Canonical(var snapshot) -> snapshot.canonical();
            case CanonicalResult.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    /** As the body of {@code POST /feed/{city}}. */
    public byte[] batch(SignedEvent... events) {
        return CloudEventBatch.write(List.of(events), base);
    }
}
