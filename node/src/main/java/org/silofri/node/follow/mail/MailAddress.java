package org.silofri.node.follow.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One plain mailbox. Whatever could end a header, name a second mailbox or carry a comment is
 * refused.
 *
 * @param value for example {@code climate@city.example}
 */
public record MailAddress(String value) {

    /** Atoms of RFC 5322 only: no quotes, no comments, no groups, no routes. */
    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
                            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
                            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final int MOST_CHARACTERS = 254;

    /**
     * @throws IllegalArgumentException if it is not one plain mailbox
     */
    public MailAddress {
        if (value.length() > MOST_CHARACTERS || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "This is no plain mail address; write for example climate@city.example");
        }
    }

    /** The address when the text is one. */
    public static Optional<MailAddress> of(String text) {
        try {
            return Optional.of(new MailAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    InternetAddress internet() {
        try {
            return new InternetAddress(value, true);
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
