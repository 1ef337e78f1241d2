package org.silofri.catalogue.log;

import java.time.Instant;

/**
 * Something that arrived and was not stored; its bytes are not kept (F16).
 *
 * @param peer who delivered it: an address, or {@code hub}; nothing is counted by it, since whoever
 *     has many addresses could fill the disk with them
 * @param claimed the city that it claims, as text since it may be anything
 */
public record Rejection(
        Instant at, RejectionReason reason, Door door, String peer, String claimed) {

    private static final int MOST_CHARACTERS = 40;

    /** Cuts what is too long. */
    public Rejection {
        claimed = cut(claimed);
        peer = cut(peer);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    /**
     * How often one kind of door saw one kind of rejection, since the log was made.
     *
     * @param count at least 1
     */
    public record Count(RejectionReason reason, Door door, long count) {}
}
