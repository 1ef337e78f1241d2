package org.silofri.catalogue.search;

import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/**
 * What came of a problem, pilot or solution: a result that was published about it.
 *
 * @param result the result's entry
 * @param city who published the result
 * @param verdict notation, for example {@code disproved}
 * @param superseded whether the city points at a later result
 */
public record Outcome(EntryIri result, CityId city, String verdict, boolean superseded) {}
