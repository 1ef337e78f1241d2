package org.silofri.node.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.sheet.CellProblem;

/**
 * A file that was uploaded for a city.
 *
 * @param id hard to guess
 * @param fileName as its owner calls it, without folders
 * @param expires when it is forgotten
 * @param brokenOff whether an import ended before its last row
 * @param refusal why the whole file cannot be used
 * @param notes what holds nothing back, as columns left out
 * @param counts rows by what became of them, or will become once it is imported
 */
public record Upload(
        String id,
        CityId city,
        String fileName,
        Instant uploadedAt,
        Instant expires,
        State state,
        boolean brokenOff,
        Optional<Remark> refusal,
        List<CellProblem> notes,
        Map<RowOutcome.Outcome, Integer> counts) {

    /** How far it is. */
    public enum State {
        /** Its rows are being looked at. */
        CHECKING,
        /** Its rows tell what an import would do; nothing is published. */
        CHECKED,
        /** Its rows are being published. */
        IMPORTING,
        /** Its rows tell what became of them. */
        IMPORTED,
        /** The file itself cannot be used. */
        UNREADABLE
    }

    /** Copies the collections. */
    public Upload {
        notes = List.copyOf(notes);
        counts = Map.copyOf(counts);
    }

    /** Whether something goes on. */
    public boolean busy() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    /** Number of rows with this outcome. */
    public int count(RowOutcome.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Number of rows. */
    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that an import would publish now. */
    public int toPublish() {
        return switch (state) {
            case CHECKED -> count(RowOutcome.Outcome.NEW) + count(RowOutcome.Outcome.CHANGED);
            case IMPORTED -> count(RowOutcome.Outcome.NOT_TRIED);
            case CHECKING, IMPORTING, UNREADABLE -> 0;
        };
    }
}
