package org.silofri.node.security.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a wish about an account. */
public sealed interface AccountResult {

    /**
     * It is done.
     *
     * @param account as it is now
     * @param oneTime password to be handed over, which is kept nowhere; null when there is none
     */
    record Done(Account account, @Nullable String oneTime) implements AccountResult {}

    /** Nothing is changed. */
    record Refused(Objection objection) implements AccountResult {}

    /** Why nothing is changed, with the remedy; pages tell it in the reader's language. */
    enum Objection {
        NAME_FORM(
                "The sign-in name is not usable; write 2 to 60 of a to z, 0 to 9, and . _ @ -,"
                        + " beginning with a letter"),
        NAME_TAKEN("There is an account with that sign-in name; choose another"),
        DISPLAY_FORM("The display name is too long; write at most 80 characters"),
        EMAIL_FORM("The e-mail address is not usable; write for example climate@city.example"),
        LANGUAGE_FORM("The language is not usable; write one of da, nb, nn, sv, fi, is, en"),
        TOO_MANY(
                "This node has as many accounts as it may have; disable is not enough, ask its"
                        + " operator"),
        GRANT_MISSING("The account has no role; give it one for a city of this node"),
        GRANT_ELSEWHERE(
                "This node has no such role for that city; COORDINATOR is for the coordinator's"
                        + " own city id, the others for cities of this node"),
        NOT_YOURS(
                "The account has a role for a city that you do not administer; ask the"
                        + " administrators of that city together, or the operator"),
        LAST_ADMINISTRATOR(
                "The account is the last that administers a city; make another administrator"
                        + " first"),
        UNKNOWN("There is no such account; look with \"silofri user list\""),
        PASSWORD_SHORT("The password is too short; take at least 12 characters"),
        PASSWORD_LONG("The password is too long; take at most 128 characters"),
        PASSWORD_COMMON(
                "The password is easily guessed; take several words that belong together"
                        + " for you only"),
        PASSWORD_NAME("The password contains the sign-in name; take one that does not"),
        PASSWORD_SAME("The new password is the old one; take another"),
        PASSWORD_WRONG("The present password is not right; type it again"),
        BUSY("Too many passwords are being checked; try again in a moment");

        private final String english;

        Objection(String english) {
            this.english = english;
        }

        /** Reason and remedy for commands and the API. */
        public String english() {
            return english;
        }

        /** Key of the text on pages. */
        public String key() {
            return "account.objection." + name().toLowerCase(Locale.ROOT);
        }
    }
}
