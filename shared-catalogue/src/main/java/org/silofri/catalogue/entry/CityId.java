package org.silofri.catalogue.entry;

import java.util.regex.Pattern;

/**
 * Name of a member that owns a log, for example {@code stavanger}.
 *
 * @param value 2 to 40 of {@code a-z}, {@code 0-9} and {@code -} (WIRE "Names")
 */
public record CityId(String value) implements Comparable<CityId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

    /**
     * @throws IllegalArgumentException if the form is another
     */
    public CityId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "City id \"%s\" is not 2 to 40 of a-z, 0-9 and -; choose another"
                            .formatted(value));
        }
    }

    /** Tells whether the text has the form of a city id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(CityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
