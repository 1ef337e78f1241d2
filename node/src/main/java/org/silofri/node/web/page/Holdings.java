package org.silofri.node.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.When;

/**
 * How complete this node's answers are: up to which place of which city's log, and how old.
 *
 * @param cities members whose log this node holds
 * @param latest time of the youngest event held; null when there is none
 * @param behind cities of which this node knows that it lacks something
 * @param positions per city, for whoever wants to cite an answer
 */
public record Holdings(
        int cities, @Nullable When latest, List<Behind> behind, List<Place> positions) {

    public Holdings {
        behind = List.copyOf(behind);
        positions = List.copyOf(positions);
    }

    /** Tells whether nothing is known to be missing. */
    public boolean complete() {
        return behind.isEmpty();
    }

    /**
     * A city of which something is missing here.
     *
     * @param events how many, as a number to read
     */
    public record Behind(String city, String events) {}

    /**
     * Place in a city's log.
     *
     * @param position for example {@code 1:418}
     */
    public record Place(String city, String position) {}
}
