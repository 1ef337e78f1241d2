package org.silofri.catalogue.log;

import org.silofri.catalogue.entry.CityId;

/**
 * The city's log stands still since a fork; only a resolution signed by the coordinator reopens it
 * (F7).
 */
public final class CityFrozen extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient CityId city;

    CityFrozen(CityId city) {
        super(
                "The log of %s is forked and stands still; ask the coordinator to resolve it"
                        .formatted(city));
        this.city = city;
    }

    /** The city whose log stands still. */
    public CityId city() {
        return city;
    }
}
