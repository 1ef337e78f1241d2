package org.silofri.node.web.listing;

import org.silofri.node.web.wording.Term;

/**
 * A member of the network at the head of a table's row.
 *
 * @param href the city's page; of the coordinator, who has none, the search for its entries
 * @param country in the reader's language; empty when it told none
 * @param example whether there is no evidence that the city is a member
 */
public record CityLine(Term city, String href, String country, boolean example) {}
