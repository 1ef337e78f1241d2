package org.silofri.node.assignment;

import java.util.List;
import org.silofri.catalogue.assignment.Objection;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.intake.EditResult;

/** What came of a command. */
public sealed interface LeadResult {

    /**
     * Published.
     *
     * @param entries in their order; at least one
     */
    record Done(List<EntryIri> entries) implements LeadResult {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** The rules of leading speak against it. */
    record Objected(Objection objection) implements LeadResult {}

    /**
     * Intake did not take it.
     *
     * @param result not one that published
     * @param done what was published before it
     */
    record NotTaken(EditResult result, List<EntryIri> done) implements LeadResult {
        public NotTaken {
            done = List.copyOf(done);
        }
    }

    /** Another node writes this log (F18). */
    record NotHere() implements LeadResult {}
}
