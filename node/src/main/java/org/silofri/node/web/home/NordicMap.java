package org.silofri.node.web.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places cities on {@code img/nordic.svg}: Lambert's conformal conic with the parameters of {@code
 * img/ORIGIN.md}. Names are written where they cover neither a mark nor another name.
 */
final class NordicMap {

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

    private static final double LETTER = 10.2;
    private static final double LINE = 19;

    private NordicMap() {}

    /**
     * A city to place.
     *
     * @param entries how many it has published
     */
    record City(
            String name,
            String tip,
            double latitude,
            double longitude,
            long entries,
            String href) {}

    /** A point of the drawing. */
    record Point(double x, double y) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    static Point project(double latitude, double longitude) {
        double radius = distance(Math.toRadians(latitude));
        double angle = CONE * (Math.toRadians(longitude) - MERIDIAN);
        double east = radius * Math.sin(angle);
        double north = ORIGIN - radius * Math.cos(angle);
        return new Point((east + EAST_KM) * SCALE, (NORTH_KM - north) * SCALE);
    }

    /** Marks for the cities that lie on the map, largest first, so that small ones stay on top. */
    static List<Mark> marks(List<City> cities) {
        List<City> ordered =
                cities.stream()
                        .filter(NordicMap::onMap)
                        .sorted(
                                Comparator.comparingLong(City::entries)
                                        .reversed()
                                        .thenComparing(City::name))
                        .toList();
        List<Box> taken = new ArrayList<>();
        for (City city : ordered) {
            taken.add(around(project(city.latitude(), city.longitude()), radius(city.entries())));
        }
        return ordered.stream().map(city -> mark(city, taken)).toList();
    }

    private static Mark mark(City city, List<Box> taken) {
        Point at = project(city.latitude(), city.longitude());
        double radius = radius(city.entries());
        double width = city.name().length() * LETTER;
        double right = at.x() + radius + 5;
        double left = at.x() - radius - 5;
        for (double baseline : new double[] {at.y() + 6, at.y() - 6, at.y() + 16}) {
            Box after = new Box(right, baseline - LINE + 4, right + width, baseline + 4);
            if (free(after, taken)) {
                return place(city, at, radius, new Point(right, baseline), "start", true);
            }
            Box before = new Box(left - width, baseline - LINE + 4, left, baseline + 4);
            if (free(before, taken)) {
                return place(city, at, radius, new Point(left, baseline), "end", true);
            }
        }
        return place(city, at, radius, at, "start", false);
    }

    private static Mark place(
            City city, Point at, double radius, Point label, String anchor, boolean labelled) {
        return new Mark(
                round(at.x()),
                round(at.y()),
                round(radius),
                round(label.x()),
                round(label.y()),
                anchor,
                labelled,
                city.name(),
                city.tip(),
                city.href());
    }

    /** Takes the place of a name when nothing else has it. */
    private static boolean free(Box wanted, List<Box> taken) {
        boolean inside = wanted.left() > 0 && wanted.right() < WIDTH;
        if (!inside || taken.stream().anyMatch(wanted::meets)) {
            return false;
        }
        taken.add(wanted);
        return true;
    }

    private static Box around(Point at, double radius) {
        return new Box(at.x() - radius, at.y() - radius, at.x() + radius, at.y() + radius);
    }

    private static boolean onMap(City city) {
        Point at = project(city.latitude(), city.longitude());
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

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
