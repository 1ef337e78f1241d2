package org.silofri.node.web.home;

/**
 * A city on the map, in the drawing's units.
 *
 * @param x from the left
 * @param y from the top
 * @param radius grows with the number of entries
 * @param labelX where the name starts or ends
 * @param anchor {@code start} or {@code end}
 * @param labelled whether there is room for the name
 * @param tip name and number of entries
 */
record Mark(
        double x,
        double y,
        double radius,
        double labelX,
        double labelY,
        String anchor,
        boolean labelled,
        String name,
        String tip,
        String href) {}
