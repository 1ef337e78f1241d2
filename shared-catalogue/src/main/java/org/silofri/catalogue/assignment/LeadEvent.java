package org.silofri.catalogue.assignment;

import java.time.Instant;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.event.Position;

/** An event of some log on the way to a lead. */
public sealed interface LeadEvent {

    /** Where it stands. */
    Origin origin();

    /**
     * Where an event stands.
     *
     * @param city whose log, and so whose key
     * @param hash of the signed event; what others cite
     * @param time when its author signed, as the author says
     */
    record Origin(EntryIri entry, CityId city, Position position, String hash, Instant time) {

        /** The origin of an event about that entry. */
        public static Origin of(EntryIri entry, EventHeader header) {
            return new Origin(
                    entry, header.city(), header.position(), header.hash(), header.time());
        }
    }

    /** An entry says this from now on. */
    record Said(Origin origin, LeadStatement statement) implements LeadEvent {}

    /** An entry is withdrawn. */
    record TakenBack(Origin origin) implements LeadEvent {}
}
