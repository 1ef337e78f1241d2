package org.silofri.connectors.ckan;

import java.util.Optional;

/** Keeps the state of harvests; a node keeps it in its own database. */
public interface HarvestStates {

    /** State after the last harvest of the source; empty before the first. */
    Optional<HarvestState> last(String source);

    /** Keeps the state, in place of an earlier one. */
    void save(String source, HarvestState state);
}
