package org.silofri.catalogue.log;

import java.time.Instant;

/**
 * Something that arrived and was not stored; its bytes are not kept (F16).
 *
 * @param link who delivered it: a peer's name, {@code hub}, or a kind of door
 * @param claimed the city that it claims, as text since it may be anything; at most 40 characters
 */
public record Rejection(Instant at, RejectionReason reason, String link, String claimed) {

    private static final int MOST_CHARACTERS = 40;

    /** Cuts what is too long. */
    public Rejection {
        claimed = cut(claimed);
        link = cut(link);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    /**
     * How often one link brought one kind of rejection, since the log was made.
     *
     * @param count at least 1
     */
    public record Count(RejectionReason reason, String link, long count) {}
}
