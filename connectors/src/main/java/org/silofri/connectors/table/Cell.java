package org.silofri.connectors.table;

/**
 * One cell.
 *
 * @param text trimmed; a date cell as ISO 8601 date, a number cell in plain decimal notation with a
 *     point, an empty cell as the empty string
 * @param form how the file holds it
 */
public record Cell(String text, Form form) {

    /** A cell without content. */
    public static final Cell EMPTY = new Cell("", Form.TEXT);

    /** How the file holds a cell. */
    public enum Form {
        /** As typed: numbers and dates follow the writer's habits. */
        TEXT,
        /** As a number: no doubt about its decimal separator. */
        NUMBER,
        /** A formula that failed, such as {@code #N/A}. */
        ERROR
    }

    /** A cell of text. */
    static Cell text(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? EMPTY : new Cell(trimmed, Form.TEXT);
    }

    /** Tells whether there is nothing in it. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
