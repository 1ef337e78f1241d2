package org.silofri.catalogue.log;

import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;

/**
 * What came of a request that had a key.
 *
 * @param key its name and content
 * @param entry what it was about
 * @param position the event that it led to
 * @param appended true if it made that event; false if the event was there before it and said the
 *     same
 */
public record AnsweredRequest(
        RequestKey key, EntryIri entry, Position position, boolean appended) {}
