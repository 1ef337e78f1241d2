package org.silofri.node.replication;

import java.util.Optional;
import org.silofri.catalogue.event.QuarantineReason;
import org.silofri.catalogue.log.RejectionReason;

/** What became of an event that arrived. In each case the deliverer need not send it again now. */
public sealed interface ReceiveResult {

    /**
     * On disk, at the end of its city's log.
     *
     * @param quarantine why it is not projected; empty when it is (F15)
     */
    record Stored(Optional<QuarantineReason> quarantine) implements ReceiveResult {}

    /** It was here already. */
    record Known() implements ReceiveResult {}

    /** Events before it are missing; they are asked for, and it as well if need be (F5). */
    record Waiting() implements ReceiveResult {}

    /** It proves that its city signed two histories; the city stands still (F7). */
    record Forked() implements ReceiveResult {}

    /** Not stored, but counted (F16). */
    record Rejected(RejectionReason reason) implements ReceiveResult {}

    /** Not looked at: too much of this city came over this link that was not authentic (F16). */
    record Paused() implements ReceiveResult {}
}
