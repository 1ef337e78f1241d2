package org.silofri.node.web.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * An entry as a line of a list.
 *
 * @param href address of its page on this node
 * @param kind what it is
 * @param city who published it
 * @param badges outcomes, weightiest first
 * @param themes what it is about
 * @param snippet passage that matched, in pieces; empty outside a search
 * @param why what matched, in words; null outside a search
 */
public record EntryLine(
        String href,
        Text title,
        Term kind,
        Term city,
        List<Badge> badges,
        List<Term> themes,
        When updated,
        Passage snippet,
        @Nullable String why) {

    public EntryLine {
        badges = List.copyOf(badges);
        themes = List.copyOf(themes);
    }
}
