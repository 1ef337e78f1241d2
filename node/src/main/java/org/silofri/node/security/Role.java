package org.silofri.node.security;

/** What a caller may do; reading needs none. */
public enum Role {
    /** Publishes, changes and withdraws entries of one city. */
    PUBLISHER,
    /** Publishes in the coordinator's log: members and what belongs to the network. */
    COORDINATOR,
    /** Runs this node: whoever can read {@code run.json} in its data folder. Never stored. */
    OPERATOR
}
