package org.silofri.catalogue.ldes;

import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.catalogue.log.Pages;

/**
 * A page of a city's feed with all that its forms need.
 *
 * @param events all that stand on the page, in order, with what became of them here
 * @param next page after it, in its epoch or the next; empty for the newest
 */
public record FeedPage(Pages.Page page, List<LoggedVersion> events, Optional<Pages.Page> next) {

    /** Keeps its own copy of the list. */
    public FeedPage {
        events = List.copyOf(events);
    }

    /** Reads what stands on the page now. */
    public static FeedPage of(Pages pages, Pages.Page page) {
        return new FeedPage(page, pages.versions(page), pages.next(page));
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
