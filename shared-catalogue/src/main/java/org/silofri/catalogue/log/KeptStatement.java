package org.silofri.catalogue.log;

import java.time.Instant;
import org.silofri.catalogue.entry.CityId;

/**
 * The latest statement of its author and type, as signed.
 *
 * @param city who states it
 * @param type name on the wire, for example {@code org.silofri.log.head.v1}
 */
public record KeptStatement(CityId city, String type, Instant time, String jws) {}
