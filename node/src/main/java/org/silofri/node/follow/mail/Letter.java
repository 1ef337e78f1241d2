package org.silofri.node.follow.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param language BCP 47 tag
 * @param subject one line; what could break it is left out
 * @param text plain
 * @param html the same as a simple page, which loads nothing from anywhere
 * @param unsubscribe link that ends such mails with one click (RFC 8058); null when there is none
 */
public record Letter(
        String language, String subject, String text, String html, @Nullable URI unsubscribe) {

    private static final int MOST_CHARACTERS = 200;

    public Letter {
        String plain = subject.replaceAll("\\p{C}|\\s", " ").strip();
        subject =
                plain.length() > MOST_CHARACTERS
                        ? plain.substring(0, MOST_CHARACTERS - 1) + "…"
                        : plain;
    }
}
