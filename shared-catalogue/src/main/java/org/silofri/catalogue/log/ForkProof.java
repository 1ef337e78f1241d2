package org.silofri.catalogue.log;

import java.time.Instant;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;

/**
 * Two authentic events that cannot both be true (F7): for one position, or the second one's {@code
 * prev} is not the first.
 *
 * @param at the first position that is not agreed on
 * @param knownJws the event that this log holds
 * @param otherJws the event that contradicts it
 */
public record ForkProof(CityId city, Position at, String knownJws, String otherJws, Instant seen) {}
