package org.silofri.catalogue.event;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;

/** The members' keys, as the coordinator's log admits them (F11). */
@FunctionalInterface
public interface KeyLookup {

    /**
     * A key of that member only; never another's with the same thumbprint.
     *
     * @param at the place in the city's log where the key must have been valid
     * @return empty when the city is no member or the key was not its own there
     */
    Optional<PublicKey> key(CityId city, String kid, Position at);
}
