package org.silofri.catalogue.log;

import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.Erasure;
import org.silofri.catalogue.event.EventType;
import org.silofri.catalogue.event.SignedEvent;

/** What an event does to the log itself once it is accepted. */
final class Acceptance {

    private Acceptance() {}

    static void accept(LogTransaction tx, long id, SignedEvent event) {
        EventType type = event.envelope().type();
        boolean concernsLog = type == EventType.PAYLOAD_ERASED || type == EventType.EPOCH_STARTED;
        if (concernsLog && CatalogueEvent.decode(event) instanceof Decoded.Sound(var said)) {
            switch (said) {
                case CatalogueEvent.PayloadErased erased -> erase(tx, id, event, erased.erasure());
                case CatalogueEvent.EpochStarted started -> Epochs.close(tx, event.envelope());
                case CatalogueEvent.Published published -> {}
                case CatalogueEvent.Withdrawn withdrawn -> {}
                case CatalogueEvent.KeyChanged changed -> {}
            }
        }
        tx.hook().accepted(event, tx);
    }

    /** Drops payload and salt of an earlier event about an entry of the same log (F14). */
    private static void erase(LogTransaction tx, long by, SignedEvent event, Erasure erasure) {
        if (erasure.erased().compareTo(event.position()) >= 0) {
            return;
        }
        tx.find(event.city(), erasure.erased())
                .filter(known -> known.hash().equals(erasure.hash()))
                .filter(known -> isAboutEntry(tx, known.id()))
                .ifPresent(known -> erase(tx, known.id(), by));
    }

    private static boolean isAboutEntry(LogTransaction tx, long event) {
        EventType type =
                tx.db()
                        .first(
                                "SELECT type FROM event WHERE id = ?",
                                row -> EventType.ofWireName(row.getString(1)),
                                event)
                        .orElse(EventType.UNKNOWN);
        return type == EventType.PUBLISHED || type == EventType.WITHDRAWN;
    }

    private static void erase(LogTransaction tx, long event, long by) {
        tx.db().update("INSERT INTO erasure VALUES (?, ?) ON CONFLICT DO NOTHING", event, by);
        tx.db().update("DELETE FROM payload WHERE event = ?", event);
        tx.db().update("DELETE FROM hold WHERE event = ?", event);
        tx.erasedSomething();
    }
}
