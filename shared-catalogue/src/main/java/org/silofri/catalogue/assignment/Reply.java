package org.silofri.catalogue.assignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a city says to a proposal. */
public enum Reply {
    ACCEPT,
    DECLINE,
    /** It would on other terms, which its reason tells. */
    COUNTER;

    /** As in the code list {@code answer}. */
    public String notation() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reply with that notation. */
    public static Optional<Reply> of(String notation) {
        return Arrays.stream(values())
                .filter(reply -> reply.notation().equals(notation))
                .findFirst();
    }
}
