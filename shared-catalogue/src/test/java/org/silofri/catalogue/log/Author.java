package org.silofri.catalogue.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.event.Bodies;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.Erasure;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.SigningKey;

/** A city that writes sound events for tests. */
public final class Author {

    public static final Instant TIME = Instant.parse("2026-11-23T20:00:00Z");

    private final CityId city;
    private final BaseIri base;
    private final EventSigner signer;

    public Author(String name) {
        this(name, SigningKey.generate());
    }

    public Author(String name, SigningKey key) {
        this.city = new CityId(name);
        this.base = new BaseIri("https://" + name + ".example");
        this.signer = new EventSigner(key);
    }

    public CityId city() {
        return city;
    }

    public EventSigner signer() {
        return signer;
    }

    public EntryIri entry(String key) {
        return base.entry(EntryKind.PROBLEM, key);
    }

    /** A draft of a sound snapshot. */
    public EventDraft draft(String key, String title) {
        return new EventDraft(
                EventType.PUBLISHED,
                entry(key).value(),
                TIME,
                Envelope.ONTOLOGY_1_0,
                EventType.PUBLISHED.contentType(),
                snapshot(key, title));
    }

    public EventDraft erasure(SignedEvent target) {
        return new EventDraft(
                EventType.PAYLOAD_ERASED,
                target.envelope().subject(),
                TIME,
                Envelope.ONTOLOGY_1_0,
                EventType.PAYLOAD_ERASED.contentType(),
                Bodies.write(new Erasure(target.position(), target.hash())));
    }

    private byte[] snapshot(String key, String title) {
        return "<%s> <http://purl.org/dc/terms/title> \"%s\"@en .\n"
                .formatted(entry(key), title)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Events outside any log: event n is about entry e(n mod 3). */
    public List<SignedEvent> chain(int length) {
        List<SignedEvent> events = new ArrayList<>();
        IntStream.range(0, length)
                .forEach(i -> events.add(next(events, draft("e" + i % 3, "Title " + i))));
        return events;
    }

    /** The event that follows the last of these. */
    public SignedEvent next(List<SignedEvent> events, EventDraft draft) {
        return events.isEmpty()
                ? sign(1, 1, Hashes.NONE, draft)
                : sign(
                        events.getLast().position().epoch(),
                        events.getLast().position().seq() + 1,
                        events.getLast().hash(),
                        draft);
    }

    /** The start of the next epoch, which keeps all of these. */
    public SignedEvent epochAfter(List<SignedEvent> events) {
        SignedEvent last = events.getLast();
        EpochStart start =
                new EpochStart(
                        last.position().epoch(),
                        last.position().seq(),
                        last.hash(),
                        EpochStart.Reason.RESTORED,
                        null);
        EventDraft draft =
                new EventDraft(
                        EventType.EPOCH_STARTED,
                        base.value(),
                        TIME,
                        Envelope.ONTOLOGY_1_0,
                        EventType.EPOCH_STARTED.contentType(),
                        Bodies.write(start));
        return sign(last.position().epoch() + 1, 1, last.hash(), draft);
    }

    public SignedEvent sign(long epoch, long seq, String prev, EventDraft draft) {
        Payload payload = Payload.of(draft.content());
        Envelope envelope =
                new Envelope(
                        city,
                        epoch,
                        seq,
                        prev,
                        draft.type(),
                        draft.subject(),
                        draft.time(),
                        draft.dataschema(),
                        draft.datacontenttype(),
                        payload.hash());
        return signer.sign(envelope, payload);
    }
}
