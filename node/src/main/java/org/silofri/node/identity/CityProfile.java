package org.silofri.node.identity;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a city tells of itself when it asks to join.
 *
 * @param names its name by language tag, at least one
 * @param country ISO 3166 code, for example {@code NO}
 * @param language its own language, for example {@code nb}
 * @param latitude degrees north, with {@code longitude} or not at all
 * @param longitude degrees east
 * @param feed where others may pull its log; null when a firewall lets nothing in
 * @param evidence where it is decided that the city takes part; without it the city is shown as an
 *     example
 */
public record CityProfile(
        Map<String, String> names,
        String country,
        String language,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable URI feed,
        @Nullable String evidence) {

    /**
     * @throws IllegalArgumentException if there is no name or half a place
     */
    public CityProfile {
        names = Map.copyOf(new TreeMap<>(names));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A city needs a name in at least one language");
        }
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("Give latitude and longitude, or neither");
        }
    }

    /** A profile with a name in one language and no place. */
    public static CityProfile named(String name, String language, String country) {
        return new CityProfile(Map.of(language, name), country, language, null, null, null, null);
    }
}
