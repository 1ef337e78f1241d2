package org.silofri.catalogue.overview;

import org.silofri.catalogue.graph.EntrySummary;

/**
 * An entry that derives from another city's.
 *
 * @param own by the city that adopted; its own statement
 * @param origin by the city that it was adopted from
 */
public record Adoption(EntrySummary own, EntrySummary origin) {}
