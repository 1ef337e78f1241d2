package org.silofri.node.web.overview;

import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.web.wording.Wording;

/** A {@link Tally} as cells of a table: each number leads to the entries that it counts. */
public record TallyLine(Cell entries, Cell open, Cell tried, Cell scaled, Cell refuted) {

    /**
     * A number.
     *
     * @param href null where there is nothing to see
     */
    public record Cell(String number, @Nullable String href) {

        /** A number that leads there when it is not zero. */
        public static Cell of(long number, String href, Wording say) {
            return new Cell(say.number(number), number == 0 ? null : href);
        }
    }

    /** The tally of that part of the catalogue. */
    public static TallyLine of(Tally tally, Narrowed part, Wording say) {
        return new TallyLine(
                Cell.of(tally.entries(), part.address("/search"), say),
                Cell.of(tally.open(), part.address("/companies"), say),
                Cell.of(tally.tried(), part.to(EntryKind.PILOT).address("/search"), say),
                Cell.of(tally.scaled(), part.to(EntryKind.SCALING_EVENT).address("/search"), say),
                Cell.of(tally.refuted(), part.toRefuted().address("/search"), say));
    }
}
