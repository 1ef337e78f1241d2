package org.silofri.node.web.map;

import java.util.Comparator;
import java.util.List;

/**
 * Places cities on {@code img/nordic.svg}: Lambert's conformal conic with the parameters of {@code
 * img/ORIGIN.md}.
 */
public final class NordicMap {

    static final int WIDTH = 1000;
    static final int HEIGHT = 740;

    private static final double EARTH_KM = 6371;
    private static final double EAST_KM = 1435;
    private static final double NORTH_KM = 1035;
    private static final double SCALE = 0.36;
    private static final double MERIDIAN = Math.toRadians(6);
    private static final double CONE = cone(Math.toRadians(57), Math.toRadians(69));
    private static final double FACTOR =
            Math.cos(Math.toRadians(57)) * Math.pow(tangent(Math.toRadians(57)), CONE) / CONE;
    private static final double ORIGIN = distance(Math.toRadians(63));

    private NordicMap() {}

    /**
     * A city to place.
     *
     * @param entries how many it has published
     */
    public record City(
            String name,
            String tip,
            double latitude,
            double longitude,
            long entries,
            String href) {}

    /** A point of the drawing. */
    record Point(double x, double y) {}

    static Point project(double latitude, double longitude) {
        double radius = distance(Math.toRadians(latitude));
        double angle = CONE * (Math.toRadians(longitude) - MERIDIAN);
        double east = radius * Math.sin(angle);
        double north = ORIGIN - radius * Math.cos(angle);
        return new Point((east + EAST_KM) * SCALE, (NORTH_KM - north) * SCALE);
    }

    /** Marks for the cities that lie on the map, largest first, so that small ones stay on top. */
    public static List<Mark> marks(List<City> cities) {
        List<City> ordered =
                cities.stream()
                        .filter(NordicMap::onMap)
                        .sorted(
                                Comparator.comparingLong(City::entries)
                                        .reversed()
                                        .thenComparing(City::name))
                        .toList();
        Lettering wide = Lettering.wide();
        Lettering narrow = Lettering.narrow();
        for (City city : ordered) {
            wide.keepFree(at(city), radius(city.entries()));
            narrow.keepFree(at(city), radius(city.entries()));
        }
        return ordered.stream().map(city -> mark(city, wide, narrow)).toList();
    }

    private static Mark mark(City city, Lettering wide, Lettering narrow) {
        Point at = at(city);
        double radius = radius(city.entries());
        return new Mark(
                round(at.x()),
                round(at.y()),
                round(radius),
                wide.place(city.name(), at, radius),
                narrow.place(city.name(), at, radius),
                city.name(),
                city.tip(),
                city.href());
    }

    private static Point at(City city) {
        return project(city.latitude(), city.longitude());
    }

    private static boolean onMap(City city) {
        Point at = at(city);
        return at.x() >= 0 && at.x() <= WIDTH && at.y() >= 0 && at.y() <= HEIGHT;
    }

    /** Area in proportion to the number of entries, within what can be seen and told apart. */
    private static double radius(long entries) {
        return Math.clamp(4 + 2.6 * Math.sqrt((double) entries), 5, 24);
    }

    private static double distance(double latitude) {
        return EARTH_KM * FACTOR / Math.pow(tangent(latitude), CONE);
    }

    private static double tangent(double latitude) {
        return Math.tan(Math.PI / 4 + latitude / 2);
    }

    private static double cone(double south, double north) {
        return Math.log(Math.cos(south) / Math.cos(north))
                / Math.log(tangent(north) / tangent(south));
    }

    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
