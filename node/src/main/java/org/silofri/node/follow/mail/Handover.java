package org.silofri.node.follow.mail;

/** What a mail server made of a letter. */
public sealed interface Handover {

    /** It has taken it. */
    record Accepted() implements Handover {}

    /**
     * It refuses the mailbox, or the letter, for good; trying again does not help.
     *
     * @param answer what it said, one line
     */
    record Refused(String answer) implements Handover {}

    /**
     * It has not taken it, and may later: it cannot be reached, is busy, or wants another login.
     *
     * @param answer what went wrong, one line
     */
    record NotTaken(String answer) implements Handover {}

    /**
     * The whole letter was sent and no answer came: it may have been taken.
     *
     * @param answer what went wrong, one line
     */
    record Uncertain(String answer) implements Handover {}
}
