package org.silofri.node.security;

/** What a caller may do for one city; reading public pages needs none. */
public enum Role {
    /** Signs in and sees what is not public; changes nothing. */
    READER,
    /** Writes drafts of entries and submits them. */
    EDITOR,
    /** Publishes, changes and withdraws entries, or returns a draft to its editor. */
    PUBLISHER,
    /** Publishes in the coordinator's log: members and what belongs to the network. */
    COORDINATOR,
    /** Manages the accounts of a city; edits, and publishes only with {@link #PUBLISHER} too. */
    ADMIN,
    /** Runs this node: whoever can read {@code run.json} in its data folder. Never stored. */
    OPERATOR
}
