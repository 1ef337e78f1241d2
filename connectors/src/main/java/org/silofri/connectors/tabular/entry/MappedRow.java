package org.silofri.connectors.tabular.entry;

import java.util.List;
import org.silofri.catalogue.validation.Candidate;
import org.silofri.connectors.tabular.sheet.CellProblem;

/** What became of a row before intake. */
public sealed interface MappedRow {

    /**
     * The row is an entry.
     *
     * @param warnings doubts that do not hold it back
     */
    record Ready(Candidate candidate, List<CellProblem> warnings) implements MappedRow {
        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    /** The row has bad cells. */
    record Faulty(List<CellProblem> problems) implements MappedRow {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
