package org.silofri.node.assignment;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.LeadEvent;
import org.silofri.catalogue.assignment.Leads;
import org.silofri.catalogue.assignment.rdf.LeadRdf;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Changes;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.LogChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events about leads that the logs hold and that are not held back, erased or abandoned. Reads
 * on from where it was; from the start when something that was read may be gone. Thread-safe.
 */
final class LeadLedger {

    private static final Logger LOG = LoggerFactory.getLogger(LeadLedger.class);
    private static final int PIECE = 1_000;

    private final EventLog log;
    private final CityId coordinator;
    private final LeadRdf rdf;
    private final Map<Place, LeadEvent> events = new HashMap<>();
    private long readUpTo;

    /** Up to here nothing can be gone that is read after it. */
    private long mended;

    private @Nullable Leads leads;

    LeadLedger(EventLog log, CityId coordinator, LeadRdf rdf) {
        this.log = log;
        this.coordinator = coordinator;
        this.rdf = rdf;
    }

    private record Place(CityId city, Position position) {}

    /** As fresh as the logs here. */
    synchronized Leads leads() {
        if (readUpTo == 0) {
            mended = log.lastChange();
        }
        while (readUpTo < log.lastChange()) {
            Changes changes = log.changesAfter(readUpTo, PIECE);
            if (changes.changes().stream().anyMatch(this::undoes)) {
                mended = log.lastChange();
                readUpTo = 0;
                events.clear();
                leads = null;
            } else {
                changes.changes().forEach(this::take);
                readUpTo = changes.upTo();
            }
        }
        Leads known = leads;
        if (known == null) {
            known = Leads.of(events.values(), coordinator);
            leads = known;
        }
        return known;
    }

    /** Whether an event takes away what was read before: an erasure, or the end of an epoch. */
    private boolean undoes(LogChange change) {
        EventType type = change.event().envelope().type();
        return change.n() > mended
                && (type == EventType.PAYLOAD_ERASED || type == EventType.EPOCH_STARTED);
    }

    private void take(LogChange change) {
        SignedEvent event = change.event();
        if (EntryIri.parse(event.envelope().subject()).filter(LeadRdf::about).isEmpty()) {
            return;
        }
        if (!(CatalogueEvent.decode(event) instanceof Decoded.Sound(var sound))) {
            return;
        }
        rdf.read(sound)
                .ifPresentOrElse(
                        read -> {
                            events.put(new Place(event.city(), event.position()), read);
                            leads = null;
                        },
                        () ->
                                LOG.atWarn()
                                        .addKeyValue("city", event.city())
                                        .addKeyValue("seq", event.envelope().seq())
                                        .addKeyValue("entry", event.envelope().subject())
                                        .log("entry about a lead cannot be read, it is left out"));
    }
}
