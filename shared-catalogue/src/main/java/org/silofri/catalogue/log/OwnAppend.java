package org.silofri.catalogue.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Envelope;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;

/** Gives own events their place in the chain and signs them there, so that order is chain. */
final class OwnAppend {

    private OwnAppend() {}

    static AppendResult append(
            LogTransaction tx,
            CityId own,
            EventDraft draft,
            Expectation expected,
            Optional<RequestKey> request,
            EventSigner signer) {
        Optional<AnsweredRequest> first =
                request.flatMap(key -> Requests.find(tx.db(), own, key.name(), draft.time()));
        if (first.isPresent()) {
            return new AppendResult.Repeated(first.get());
        }
        if (tx.frozenAt(own).isPresent()) {
            throw new CityFrozen(own);
        }
        Optional<Position> latest =
                expected instanceof Expectation.Anything
                        ? Optional.empty()
                        : tx.latest(own, draft.subject());
        if (!expected.holds(latest)) {
            return new AppendResult.Conflict(latest);
        }
        SignedEvent event = sign(tx.head(own), own, draft, signer);
        long id = EventInsert.insert(tx, event, draft.content().length);
        tx.addChange(id, own, event.envelope().position(), true);
        Acceptance.accept(tx, id, event);
        request.ifPresent(key -> remember(tx, key, draft, event));
        return new AppendResult.Appended(event);
    }

    private static void remember(
            LogTransaction tx, RequestKey key, EventDraft draft, SignedEvent event) {
        EntryIri entry = new EntryIri(draft.subject());
        AnsweredRequest answered = new AnsweredRequest(key, entry, event.position(), true);
        Requests.put(tx.db(), event.city(), answered, draft.time());
    }

    static List<SignedEvent> appendAll(
            LogTransaction tx, CityId own, List<EventDraft> drafts, EventSigner signer) {
        List<SignedEvent> events = new ArrayList<>(drafts.size());
        for (EventDraft draft : drafts) {
            if (append(tx, own, draft, new Expectation.Anything(), Optional.empty(), signer)
                    instanceof AppendResult.Appended(SignedEvent event)) {
                events.add(event);
            }
        }
        return events;
    }

    private static SignedEvent sign(
            Optional<Head> head, CityId own, EventDraft draft, EventSigner signer) {
        Position place = place(head, draft.type());
        Payload payload = Payload.of(draft.content());
        Envelope envelope =
                new Envelope(
                        own,
                        place.epoch(),
                        place.seq(),
                        head.map(Head::hash).orElse(Hashes.NONE),
                        draft.type(),
                        draft.subject(),
                        draft.time(),
                        draft.dataschema(),
                        draft.datacontenttype(),
                        payload.hash());
        return signer.sign(envelope, payload);
    }

    private static Position place(Optional<Head> head, EventType type) {
        Position last = head.map(Head::position).orElse(Position.START);
        return type == EventType.EPOCH_STARTED ? Epochs.opening(last) : last.next();
    }
}
