package org.silofri.catalogue.log;

import java.util.List;

/**
 * A piece of the local order of growth.
 *
 * @param changes what is projectable in it, in order; may be empty though the log grew
 * @param upTo the last number looked at: where to go on
 */
public record Changes(List<LogChange> changes, long upTo) {

    /** Keeps its own copy of the list. */
    public Changes {
        changes = List.copyOf(changes);
    }
}
