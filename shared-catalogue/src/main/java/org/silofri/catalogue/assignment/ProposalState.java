package org.silofri.catalogue.assignment;

import java.util.Set;
import java.util.TreeSet;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;

/** Where a proposal has come. */
public sealed interface ProposalState {

    /** The cities that are still expected to answer. */
    default Set<CityId> waiting() {
        return Set.of();
    }

    /** The proposed lead has not answered, and may. */
    record Open(Set<CityId> waiting) implements ProposalState {
        public Open {
            waiting = copy(waiting);
        }
    }

    /** The proposed lead accepts; the coordinator may assign. */
    record Accepted(Set<CityId> waiting) implements ProposalState {
        public Accepted {
            waiting = copy(waiting);
        }
    }

    /**
     * The proposed lead does not accept.
     *
     * @param reply {@link Reply#DECLINE} or {@link Reply#COUNTER}
     */
    record Declined(Reply reply) implements ProposalState {}

    /** The proposed lead leads, or has led. */
    record Assigned(EntryIri role, Set<CityId> waiting) implements ProposalState {
        public Assigned {
            waiting = copy(waiting);
        }
    }

    /**
     * Another has taken its place; answers to it have no effect.
     *
     * @param by the same entry when that is a later version
     */
    record Superseded(EntryIri by) implements ProposalState {}

    /**
     * The deadline passed without an answer of the proposed lead.
     *
     * @param silent who did not answer
     */
    record Expired(Set<CityId> silent) implements ProposalState {
        public Expired {
            silent = copy(silent);
        }
    }

    /** The coordinator took it back. */
    record Withdrawn() implements ProposalState {}

    private static Set<CityId> copy(Set<CityId> cities) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(cities));
    }
}
