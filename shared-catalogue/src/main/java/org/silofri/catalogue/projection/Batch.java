package org.silofri.catalogue.projection;

import java.util.List;

/**
 * Changes that are applied and committed together.
 *
 * @param changes in order; may be empty, when the log grew by nothing that is projected
 * @param upTo the projection's checkpoint once the batch is committed; at least the last change's n
 */
public record Batch(List<Change> changes, long upTo) {

    /** Keeps its own copy of the list. */
    public Batch {
        changes = List.copyOf(changes);
    }
}
