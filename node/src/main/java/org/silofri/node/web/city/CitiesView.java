package org.silofri.node.web.city;

import java.util.List;
import org.silofri.node.web.map.Mark;
import org.silofri.node.web.overview.CityRow;

/**
 * What the list of cities shows.
 *
 * @param rows equal to the marks on the map
 */
record CitiesView(String total, List<Row> rows, List<Mark> marks) {

    /**
     * A city.
     *
     * @param given how often others adopted from it
     * @param taken how often it adopted from others
     */
    record Row(CityRow row, String given, String taken) {}
}
