package org.silofri.catalogue.ldes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.CloudEventForm.Reading;
import org.silofri.catalogue.event.Malformed;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;

/**
 * Reads peers' feeds and hands events to them (F5). Verifies nothing: trust never depends on who
 * delivered (F6). For any thread.
 */
public final class FeedClient {

    private static final int BATCH_EVENTS = 200;
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final BoundedHttp http;

    /** Makes a client on connections that the caller closes. */
    public FeedClient(BoundedHttp http) {
        this.http = http;
    }

    /**
     * Asks for the first page of what follows a position; ask again from its last event until all
     * is there.
     *
     * @param node address of the peer, for example {@code https://hub.example}
     * @param after last position that is known; {@link Position#START} for all
     * @param upTo last position that is wanted; later ones are left out
     */
    public Pulled pull(URI node, CityId city, Position after, Position upTo) {
        URI feed = URI.create(node + FeedPath.after(city, after));
        BoundedHttp.Answer answer =
                http.get(feed, CloudEventBatch.MEDIA_TYPE, CloudEventBatch.MOST_BYTES);
        return switch (answer) {
            case BoundedHttp.Answer.Body(byte[] bytes) -> events(bytes, city, after, upTo);
            case BoundedHttp.Answer.Nothing() -> new Pulled.Events(List.of(), List.of(), 0);
            case BoundedHttp.Answer.Failed(String detail, Optional<Duration> retryAfter) ->
                    new Pulled.Failed(detail, retryAfter);
        };
    }

    /**
     * Hands events to a peer, in as many batches as they need.
     *
     * @param source base IRI of the city whose events they are
     */
    public Pushed push(URI node, CityId city, BaseIri source, List<SignedEvent> events) {
        URI feed = URI.create(node + FeedPath.feed(city));
        for (List<SignedEvent> batch : batches(events)) {
            byte[] body = CloudEventBatch.write(batch, source);
            if (http.post(feed, CloudEventBatch.MEDIA_TYPE, body, CloudEventBatch.MOST_BYTES)
                    instanceof
                    BoundedHttp.Answer.Failed(String detail, Optional<Duration> retryAfter)) {
                return new Pushed.Failed(detail, retryAfter);
            }
        }
        return new Pushed.Taken(events.size());
    }

    private static Pulled events(byte[] bytes, CityId city, Position after, Position upTo) {
        List<SignedEvent> events = new ArrayList<>();
        List<VerifyResult.NotAuthentic> refused = new ArrayList<>();
        int foreign = 0;
        try {
            for (Reading reading : CloudEventBatch.read(bytes)) {
                switch (reading) {
                    case Reading.Read(SignedEvent event) -> {
                        if (!event.city().equals(city)) {
                            foreign++;
                        } else if (isWithin(event, after, upTo)) {
                            events.add(event);
                        }
                    }
                    case Reading.Refused(VerifyResult.NotAuthentic why) -> refused.add(why);
                }
            }
        } catch (Malformed e) {
            return new Pulled.Unreadable(String.valueOf(e.getMessage()));
        }
        return new Pulled.Events(events, refused, foreign);
    }

    private static boolean isWithin(SignedEvent event, Position after, Position upTo) {
        return event.position().compareTo(after) > 0 && event.position().compareTo(upTo) <= 0;
    }

    private static List<List<SignedEvent>> batches(List<SignedEvent> events) {
        List<List<SignedEvent>> batches = new ArrayList<>();
        List<SignedEvent> batch = new ArrayList<>();
        long bytes = 0;
        for (SignedEvent event : events) {
            var payload = event.payload();
            bytes += event.jws().length() + (payload == null ? 0L : payload.size());
            batch.add(event);
            if (batch.size() == BATCH_EVENTS || bytes > BATCH_BYTES) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
