package org.silofri.node.security.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silofri.node.security.Grant;
import org.silofri.node.security.account.AccountResult.Objection;

/**
 * An account that is wished for.
 *
 * @param name what is typed at sign-in; made small letters
 * @param display what others see; the name when empty
 * @param email functional address; empty counts as none
 * @param language BCP 47 tag; empty counts as none
 */
public record NewAccount(
        String name,
        String display,
        @Nullable String email,
        @Nullable String language,
        Set<Grant> grants) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._@-]{1,59}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{3,190}");
    private static final Set<String> LANGUAGES = Set.of("da", "nb", "nn", "sv", "fi", "is", "en");
    private static final int MOST_DISPLAY = 80;

    public NewAccount {
        name = name.strip().toLowerCase(Locale.ROOT);
        display = display.isBlank() ? name : display.strip();
        email = orNull(email);
        language = orNull(language);
        grants = Set.copyOf(grants);
    }

    /** What is wrong with its names, address or language, if anything. */
    Optional<Objection> objection() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(Objection.NAME_FORM);
        }
        if (display.length() > MOST_DISPLAY) {
            return Optional.of(Objection.DISPLAY_FORM);
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            return Optional.of(Objection.EMAIL_FORM);
        }
        return language == null || LANGUAGES.contains(language)
                ? Optional.empty()
                : Optional.of(Objection.LANGUAGE_FORM);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
