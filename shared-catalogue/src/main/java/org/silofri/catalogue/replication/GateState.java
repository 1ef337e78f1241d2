package org.silofri.catalogue.replication;

import java.util.Optional;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Head;
import org.silofri.catalogue.log.Standing;

/**
 * What the gate must know of a city's log to place one event.
 *
 * @param head end of the log
 * @param there how the event at the very same position stands, empty when there is none
 * @param named where the event stands that this one names as the one before it, looked for in the
 *     head's epoch when this one opens the next epoch; seq 0 when it names the last event before
 *     that epoch
 * @param frozenAt first position that is not agreed on (F7)
 */
public record GateState(
        Optional<Head> head,
        Optional<Standing> there,
        Optional<Position> named,
        Optional<Position> frozenAt) {

    /** Nothing of the city is here. */
    public static final GateState EMPTY =
            new GateState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Last position of the log, {@link Position#START} when it is empty. */
    public Position last() {
        return head.map(Head::position).orElse(Position.START);
    }
}
