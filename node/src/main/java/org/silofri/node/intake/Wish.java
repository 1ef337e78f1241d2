package org.silofri.node.intake;

import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;

/** What a writer believes of the entry that it writes. */
sealed interface Wish {

    /** What speaks against it, as the entry stands; it does not say the same already. */
    Optional<EditResult> objection(EntryIri entry, Optional<Standing> standing);

    /** The request, when it has a name by which its repetition is known. */
    default Optional<Repeats.Request> request() {
        return Optional.empty();
    }

    /** There is none yet, or it is withdrawn. */
    record Create(Optional<Repeats.Request> request) implements Wish {
        @Override
        public Optional<EditResult> objection(EntryIri entry, Optional<Standing> standing) {
            return standing.filter(Standing::live).map(s -> new EditResult.Taken(entry));
        }
    }

    /** There is one, in that version. */
    record Replace(String ifMatch) implements Wish {
        @Override
        public Optional<EditResult> objection(EntryIri entry, Optional<Standing> standing) {
            if (standing.filter(Standing::live).isEmpty()) {
                return Optional.of(new EditResult.Missing(entry));
            }
            return standing.filter(s -> !EntryVersion.matches(ifMatch, s.position()))
                    .map(s -> new EditResult.Stale(entry, s.position()));
        }
    }

    /** Whatever there is. */
    record Put() implements Wish {
        @Override
        public Optional<EditResult> objection(EntryIri entry, Optional<Standing> standing) {
            return Optional.empty();
        }
    }
}
