package org.silofri.node.web.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * What the page of an account's follows shows.
 *
 * @param lines what is followed, in the order in which it began
 * @param next what has not been told yet
 * @param nextCount how many entries that are
 * @param mails whether this node sends mail
 * @param address where it goes; null when the account has none
 * @param rhythm name of the chosen one, in small letters
 * @param trouble of the last letter; null when it went well
 */
record FollowsView(
        List<Line> lines,
        List<EntryLine> next,
        int nextCount,
        boolean mails,
        @Nullable String address,
        String rhythm,
        @Nullable TroubleView trouble) {

    FollowsView {
        lines = List.copyOf(lines);
        next = List.copyOf(next);
    }

    /** Whether the next letter will tell what happened. */
    public boolean told() {
        return mails && address != null && !rhythm.equals("off");
    }

    /**
     * Something that is followed.
     *
     * @param kind name of the kind, in small letters
     * @param code name of the kind, as forms send it
     * @param subject as forms send it
     * @param href where it is
     */
    record Line(String kind, String code, String subject, Text label, String href, When since) {}

    /**
     * Why the last letter may not have arrived.
     *
     * @param kind in small letters
     * @param at when that was
     * @param answer of the mail server; null when it is not told
     * @param paused whether nothing is sent any more
     */
    record TroubleView(String kind, When at, @Nullable String answer, boolean paused) {}
}
