package org.silofri.node.follow;

/** What came of the wish to follow something. */
public enum FollowResult {
    /** It is followed from now on. */
    ADDED,
    /** It was followed already. */
    ALREADY,
    /** The account follows as much as it may. */
    TOO_MANY
}
