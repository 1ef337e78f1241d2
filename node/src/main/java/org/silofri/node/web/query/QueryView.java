package org.silofri.node.web.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Text;

/**
 * What the query page shows.
 *
 * @param query text in the field
 * @param examples to start from
 * @param answer to the query; null before one was asked
 * @param problem why there is no answer; null when there is one
 * @param formats addresses of the same answer for machines
 */
record QueryView(
        String query,
        List<Example> examples,
        @Nullable Answer answer,
        @Nullable String problem,
        List<Format> formats) {

    /** A tested query to start from. */
    record Example(String id, String title, String explanation, String query, String href) {}

    /**
     * A table, or a yes or no as a table of one cell.
     *
     * @param rows how many there are
     * @param cut whether there were more rows than a page shows
     */
    record Answer(
            List<String> columns, List<List<Cell>> table, long rows, String millis, boolean cut) {}

    /**
     * A cell.
     *
     * @param href page of the entry, or the address that the cell holds; null for a literal
     */
    record Cell(Text text, @Nullable String href) {}

    /** The same answer in another format. */
    record Format(String name, String href) {}
}
