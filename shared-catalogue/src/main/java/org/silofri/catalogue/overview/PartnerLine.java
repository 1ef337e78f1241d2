package org.silofri.catalogue.overview;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a city's work.
 *
 * @param kind notation of the partner kind; null when nobody told
 * @param entries how many of the city's entries name it
 */
public record PartnerLine(String name, @Nullable String kind, long entries) {}
