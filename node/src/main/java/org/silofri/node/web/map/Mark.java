package org.silofri.node.web.map;

import org.jspecify.annotations.Nullable;

/**
 * A city on the map, in the drawing's units.
 *
 * @param x from the left
 * @param y from the top
 * @param radius grows with the number of entries
 * @param wide its name on a wide screen; null where there is no room for it
 * @param narrow its name in the larger letters that a small screen needs
 * @param tip name and number of entries
 */
public record Mark(
        double x,
        double y,
        double radius,
        @Nullable Label wide,
        @Nullable Label narrow,
        String name,
        String tip,
        String href) {

    /**
     * Where a name stands.
     *
     * @param x where it starts or ends
     * @param y its baseline
     * @param anchor {@code start} or {@code end}
     */
    public record Label(double x, double y, String anchor) {}
}
