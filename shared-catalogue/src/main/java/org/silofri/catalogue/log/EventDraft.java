package org.silofri.catalogue.log;

import java.time.Instant;
import org.silofri.catalogue.event.EventType;

/**
 * An own event before the log gives it its place and its signature.
 *
 * @param subject entry IRI, or what the type asks for
 * @param content payload bytes; the salt is added when the event is signed
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; nobody compares drafts
public record EventDraft(
        EventType type,
        String subject,
        Instant time,
        String dataschema,
        String datacontenttype,
        byte[] content) {

    /** Keeps its own copy of the content. */
    public EventDraft {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
