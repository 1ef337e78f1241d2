package org.silofri.catalogue.assignment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement has no effect, or may not be made.
 *
 * @param why the rule
 * @param about id of the city, or IRI of the entry, that it is about; null when the rule says all
 */
public record Objection(Why why, @Nullable String about) {

    /** The rules. */
    public enum Why {
        /** There is no such shared problem, or it is withdrawn. */
        NO_PROBLEM,
        /** There is no such proposal, or it is withdrawn. */
        NO_PROPOSAL,
        /** Another version or another proposal has taken its place. */
        SUPERSEDED,
        /** The deadline has passed. */
        EXPIRED,
        /** The deadline lies in the past, or after the start of the period. */
        BAD_DEADLINE,
        /** The city is asked for two roles at once. */
        ASKED_TWICE,
        /** The city was not asked, or for another role, or for another period. */
        OTHER_TERMS,
        /** Whoever does not accept tells why. */
        NO_REASON,
        /** The cited event is in no log here: it does not exist, or has not arrived yet. */
        NO_ANSWER,
        /** The cited answer was signed by another city. */
        FOREIGN_ANSWER,
        /** The cited answer is to another proposal, or to another version of it. */
        OTHER_ANSWER,
        /** The cited answer does not accept. */
        NOT_ACCEPTED,
        /** The city took its acceptance back before the role was given. */
        TAKEN_BACK,
        /** Another city leads the same shared problem on some of these days. */
        OVERLAPS,
        /** There is no lead to take over from on that day. */
        NO_PREDECESSOR,
        /** A role that was given can only be made to end earlier. */
        CHANGED,
        /** A historical role is over before it is told of. */
        NOT_OVER,
        /** There is no such role, or it has no effect. */
        NO_ROLE,
        /** Nothing is left to be given. */
        NOTHING_TO_ASSIGN,
        /** A shared problem needs problems of two cities at least. */
        TOO_FEW;

        /** As in message keys, for example {@code no-answer}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An objection that needs no name. */
    public static Objection of(Why why) {
        return new Objection(why, null);
    }

    /** An objection about a city or an entry. */
    public static Objection of(Why why, Object about) {
        return new Objection(why, about.toString());
    }
}
