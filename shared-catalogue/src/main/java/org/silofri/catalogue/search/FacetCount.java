package org.silofri.catalogue.search;

/**
 * How many hits a facet's value would leave. Labels are the caller's matter (code lists of the
 * ontology, names of the members).
 *
 * @param value notation, for example {@code air-quality} or {@code disproved}; a city id for {@link
 *     Facet#CITY}
 * @param count hits with this value under the query and the filters of all other facets
 * @param selected whether the request narrows by this value
 */
public record FacetCount(String value, long count, boolean selected) {}
