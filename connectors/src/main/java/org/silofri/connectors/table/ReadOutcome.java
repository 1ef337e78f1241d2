package org.silofri.connectors.table;

import java.util.List;
import org.silofri.connectors.Remark;

/** What became of reading a file. */
public sealed interface ReadOutcome {

    /**
     * The file's tables.
     *
     * @param tables in the file's order
     */
    record Tables(List<Table> tables) implements ReadOutcome {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /**
     * The file was refused whole; nothing of it is used.
     *
     * @param remark why, and what helps
     */
    record Unreadable(Remark remark) implements ReadOutcome {}
}
