package org.silofri.catalogue.log;

import java.time.Instant;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/**
 * The end of a city's log as this node holds it.
 *
 * @param hash of the event at that position; the next event's {@code prev}
 * @param time when the city says it wrote that event
 */
public record Head(CityId city, Position position, String hash, Instant time) {}
