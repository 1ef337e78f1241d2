package org.silofri.catalogue.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New and revoked signing keys of a city (F10). It announces; keys count only when the
 * coordinator's log admits them (F11).
 *
 * @param added keys that will sign
 * @param revoked keys that no longer sign
 * @param proof compact JWS of the city's offline identity key over the same object without this
 *     member; {@code null} when the city has none
 */
public record KeyChange(List<Added> added, List<Revoked> revoked, @Nullable String proof) {

    public KeyChange {
        added = List.copyOf(added);
        revoked = List.copyOf(revoked);
        if (added.isEmpty() && revoked.isEmpty()) {
            throw new IllegalArgumentException("Key change changes nothing");
        }
    }

    /** A key and the first position that it may sign. */
    public record Added(PublicKey key, Position from) {}

    /** A key and the last position that it signed rightly; later events are quarantined. */
    public record Revoked(String kid, Position lastGood) {}
}
