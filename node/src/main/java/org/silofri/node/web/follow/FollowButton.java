package org.silofri.node.web.follow;

import org.silofri.node.follow.FollowTarget;
import org.silofri.node.follow.Follows;
import org.silofri.node.follow.digest.Digests;
import org.silofri.node.follow.digest.Trouble;
import org.silofri.node.security.Caller;

/** What the button to follow something needs to know; asks only when a page has one. */
public final class FollowButton {

    private final Follows follows;
    private final Digests digests;
    private final Caller caller;
    private final String here;

    FollowButton(Follows follows, Digests digests, Caller caller, String here) {
        this.follows = follows;
        this.digests = digests;
        this.caller = caller;
        this.here = here;
    }

    /** Whether the reader follows it. */
    public boolean follows(String kind, String subject) {
        String account = caller.account();
        return account != null
                && FollowTarget.of(kind, subject)
                        .filter(target -> follows.has(account, target))
                        .isPresent();
    }

    /** Whether the mail server refuses the reader's mailbox. */
    public boolean refused() {
        String account = caller.account();
        return account != null && digests.standing(account).trouble() == Trouble.REFUSED;
    }

    /** Most that one account may follow. */
    public int most() {
        return Follows.MOST;
    }

    /** The page that the button stands on. */
    public String here() {
        return here;
    }
}
