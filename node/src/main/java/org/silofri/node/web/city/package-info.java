/** The pages of the cities: the list with its map, and one for each. Start at {@code CityPage}. */
@NullMarked
package org.silofri.node.web.city;

import org.jspecify.annotations.NullMarked;
