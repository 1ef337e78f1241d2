package org.silofri.node.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * A version of an entry and what it changed.
 *
 * @param position place in the city's log
 * @param change what happened, in the reader's words
 * @param reason why it was withdrawn; null otherwise
 * @param added statements that this version brought
 * @param removed statements that it took away
 */
public record Version(
        String position,
        When time,
        String change,
        boolean current,
        @Nullable Text reason,
        List<Statement> added,
        List<Statement> removed) {

    /**
     * A statement in readable form.
     *
     * @param about part of the entry it is about; empty for the entry itself
     */
    public record Statement(String about, String property, Text value) {}
}
