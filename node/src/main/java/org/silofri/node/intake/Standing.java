package org.silofri.node.intake;

import java.util.Arrays;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.Snapshot;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Payload;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Expectation;
import org.silofri.catalogue.log.LoggedVersion;

/**
 * How an own entry stands in the log.
 *
 * @param latest the last event about it
 */
record Standing(SignedEvent latest) {

    static Optional<Standing> of(EventLog log, CityId city, EntryIri entry) {
        return log.versions(entry).stream()
                .map(LoggedVersion::event)
                .filter(event -> event.city().equals(city))
                .findFirst()
                .map(Standing::new);
    }

    static Expectation expectation(Optional<Standing> standing) {
        return standing.<Expectation>map(s -> new Expectation.LatestIs(s.position()))
                .orElseGet(Expectation.NothingYet::new);
    }

    Position position() {
        return latest.position();
    }

    /** Tells whether the entry is visible. */
    boolean live() {
        return latest.envelope().type() != EventType.WITHDRAWN;
    }

    boolean says(Snapshot snapshot) {
        Payload payload = latest.payload();
        return latest.envelope().type() == EventType.PUBLISHED
                && payload != null
                && Arrays.equals(payload.content(), snapshot.canonical());
    }
}
