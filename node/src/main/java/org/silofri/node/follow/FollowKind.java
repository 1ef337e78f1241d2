package org.silofri.node.follow;

/** What can be followed. */
public enum FollowKind {
    /** A search with its words and filters. */
    SEARCH,
    /** All that is published about a theme. */
    THEME,
    /** All that a city publishes. */
    CITY,
    /** An entry, and what is said about it. */
    ENTRY
}
