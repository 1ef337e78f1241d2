package org.silofri.connectors.table;

import org.silofri.connectors.Remark;

/**
 * Ends the reading of a file somewhere deep in a parser; {@link TableFile} turns it into a value.
 */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    UnreadableFile(String key, String... args) {
        super(key);
        this.remark = Remark.of(key, args);
    }

    Remark remark() {
        return remark;
    }
}
