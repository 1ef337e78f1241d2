package org.silofri.catalogue.validation.personal;

import org.jspecify.annotations.Nullable;

/**
 * One place where personal data stands, or seems to.
 *
 * @param what was found
 * @param subject IRI of the entry or the part of it
 * @param property IRI of the property; null when the entry's own IRI holds it
 * @param value the text it stands in; never for logs
 */
public record PersonalFind(
        What what, String subject, @Nullable String property, @Nullable String value) {

    /** Kinds of finds. */
    public enum What {
        /** A mailbox of a person, or one that stands outside a contact point and may be one. */
        PERSONAL_EMAIL,
        /** A mailbox in a contact point that may be a person's. */
        UNSURE_EMAIL,
        /** A telephone number outside a contact point. */
        PHONE,
        /** A national identity number. */
        NATIONAL_ID,
        /** A number that could be a national identity number. */
        UNSURE_NATIONAL_ID,
        /** What reads as a person's name after a title. */
        NAMED_PERSON
    }
}
