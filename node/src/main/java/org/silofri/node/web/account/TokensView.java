package org.silofri.node.web.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of the own tokens.
 *
 * @param choices grants that a token may be made for
 * @param problem what is wrong with what was sent; null when nothing is
 */
record TokensView(List<Line> tokens, List<Choice> choices, String label, @Nullable String problem) {

    /**
     * A token.
     *
     * @param right what it allows
     * @param until last day that it is valid, to read
     * @param state {@code valid}, {@code revoked} or {@code expired}
     */
    record Line(String id, String label, String right, String until, String state) {}

    /**
     * A grant to choose.
     *
     * @param value for example {@code PUBLISHER@copenhagen}
     */
    record Choice(String value, String text) {}
}
