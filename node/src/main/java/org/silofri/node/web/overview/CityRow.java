package org.silofri.node.web.overview;

import org.silofri.node.web.listing.CityLine;

/** A city in a table. */
public record CityRow(CityLine city, TallyLine numbers) {}
