package org.silofri.node.membership;

/**
 * Where a city lies (WGS 84).
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Coordinates(double latitude, double longitude) {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public Coordinates {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new IllegalArgumentException(
                    "There is no place at %s, %s; write degrees north and degrees east"
                            .formatted(latitude, longitude));
        }
    }
}
