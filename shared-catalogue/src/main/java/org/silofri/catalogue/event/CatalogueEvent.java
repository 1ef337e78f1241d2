package org.silofri.catalogue.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;

/** What a sound event says. Made by {@link #decode}. */
public sealed interface CatalogueEvent {

    /** Where it comes from. */
    EventHeader header();

    /** Whose log it is in. */
    default CityId city() {
        return header().city();
    }

    /** Its place in that log. */
    default Position position() {
        return header().position();
    }

    /** An entry's whole RDF at a version. */
    record Published(EventHeader header, Snapshot snapshot) implements CatalogueEvent {
        /** What it is about. */
        public EntryIri entry() {
            return snapshot.entry();
        }
    }

    /**
     * The entry is taken back; a later snapshot may revive it (F13).
     *
     * @param reason by language tag, at least one
     * @param time when it ceased to hold
     */
    record Withdrawn(EventHeader header, EntryIri entry, Map<String, String> reason, Instant time)
            implements CatalogueEvent {
        public Withdrawn {
            reason = java.util.Collections.unmodifiableMap(new TreeMap<>(reason));
        }
    }

    /**
     * The payload of an earlier event is to be dropped everywhere (F14).
     *
     * @param entry what the erased event was about
     */
    record PayloadErased(EventHeader header, EntryIri entry, Erasure erasure)
            implements CatalogueEvent {}

    /** The city's keys change. */
    record KeyChanged(EventHeader header, KeyChange change) implements CatalogueEvent {}

    /** A new epoch of the log opens. */
    record EpochStarted(EventHeader header, EpochStart start) implements CatalogueEvent {}

    /** Reads a verified event; see {@link Decoded}. */
    static Decoded decode(SignedEvent event) {
        return EventDecoder.decode(event);
    }
}
