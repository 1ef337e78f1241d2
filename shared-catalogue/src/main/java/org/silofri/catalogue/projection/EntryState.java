package org.silofri.catalogue.projection;

import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Position;

/**
 * What an event makes of an entry. Whatever order events come in, and however often, the state that
 * remains is the same ({@link #replaces}).
 */
public sealed interface EntryState {

    /** The entry. */
    EntryIri entry();

    /** Whose log says so. */
    CityId city();

    /** Place of the version that this state comes from or erases. */
    Position position();

    /** The entry holds what a snapshot says. */
    record Live(CatalogueEvent.Published event) implements EntryState {
        @Override
        public EntryIri entry() {
            return event.entry();
        }

        @Override
        public CityId city() {
            return event.city();
        }

        @Override
        public Position position() {
            return event.position();
        }
    }

    /** The entry is taken back; when and why is known (F13). */
    record Withdrawn(CatalogueEvent.Withdrawn event) implements EntryState {
        @Override
        public EntryIri entry() {
            return event.entry();
        }

        @Override
        public CityId city() {
            return event.city();
        }

        @Override
        public Position position() {
            return event.position();
        }
    }

    /** The version is erased, and with it all that was known of it (F14). */
    record Erased(CatalogueEvent.PayloadErased event) implements EntryState {
        @Override
        public EntryIri entry() {
            return event.entry();
        }

        @Override
        public CityId city() {
            return event.city();
        }

        @Override
        public Position position() {
            return event.erasure().erased();
        }
    }

    /**
     * What a projection holds of an entry.
     *
     * @param position of the version held, or erased
     * @param erased whether that version was erased
     */
    record Held(Position position, boolean erased) {}

    /** The state that an event brings; empty when it is about no entry. */
    static Optional<EntryState> of(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.Published published -> Optional.of(new Live(published));
            case CatalogueEvent.Withdrawn withdrawn -> Optional.of(new Withdrawn(withdrawn));
            case CatalogueEvent.PayloadErased erased -> Optional.of(new Erased(erased));
            case CatalogueEvent.KeyChanged ignored -> Optional.empty();
            case CatalogueEvent.EpochStarted ignored -> Optional.empty();
        };
    }

    /** What a projection holds once this state stands in it. */
    default Held held() {
        return new Held(position(), this instanceof Erased);
    }

    /**
     * Whether this state takes the place of what is held: it is later, the same again, or erases
     * just that. What is erased stays so.
     */
    default boolean replaces(Held held) {
        int order = position().compareTo(held.position());
        return order > 0 || (order == 0 && !held.erased());
    }

    /** Which of two states remains when the second comes after the first. */
    static EntryState later(EntryState first, EntryState second) {
        return second.replaces(first.held()) ? second : first;
    }
}
