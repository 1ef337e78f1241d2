package org.silofri.catalogue.ldes;

import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.catalogue.log.Pages;

/**
 * A page of a city's feed with all that its forms need.
 *
 * @param events all that stand on the page, in order, with what became of them here
 * @param next page after it, in its epoch or the next; empty for the newest
 * @param previous page before it; empty for the first
 */
public record FeedPage(
        Pages.Page page,
        List<LoggedVersion> events,
        Optional<Pages.Page> next,
        Optional<Pages.Page> previous) {

    /** Keeps its own copy of the list. */
    public FeedPage {
        events = List.copyOf(events);
    }

    /** Reads the page of that number; empty when there is none. */
    public static Optional<FeedPage> read(Pages pages, CityId city, long epoch, long number) {
        return pages.page(city, epoch, number)
                .map(page ->
                        new FeedPage(
                                page,
                                pages.versions(page),
                                pages.next(page),
                                pages.previous(page)));
    }

    /**
     * Changes when the page grows, when a payload arrives or is erased, and when an event is
     * quarantined or released; the same on all nodes that hold the same. Without quotes.
     */
    public String etag() {
        StringBuilder text = new StringBuilder();
        for (LoggedVersion version : events) {
            text.append(version.event().hash())
                    .append(version.event().payload() == null ? '0' : '1')
                    .append(version.state())
                    .append('\n');
        }
        next.ifPresent(page -> text.append("next"));
        return Hashes.sha256(text.toString());
    }

    /**
     * The page as {@value CloudEventBatch#MEDIA_TYPE}: every event exactly as its author signed it,
     * the quarantined ones too.
     *
     * @param source base IRI of the city
     */
    public byte[] batch(BaseIri source) {
        List<SignedEvent> signed = events.stream().map(LoggedVersion::event).toList();
        return CloudEventBatch.write(signed, source);
    }
}
