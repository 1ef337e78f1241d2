package org.silofri.node.follow.digest;

/** Why the last letter may not have arrived. */
public enum Trouble {
    /** The mail server refuses the mailbox, or the letter. */
    REFUSED,
    /** The mail server could not be reached, or took nothing. */
    UNREACHED,
    /** The letter was sent and no answer came; it is not sent again. */
    UNCERTAIN
}
