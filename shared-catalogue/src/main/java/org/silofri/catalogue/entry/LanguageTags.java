package org.silofri.catalogue.entry;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Language tags in the form that RFC 5646 recommends: {@code nb}, {@code zh-Hant-TW}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1">RFC 5646, 2.1.1</a>
 */
final class LanguageTags {

    /** Section 2.1: langtag without grandfathered and private-use tags. */
    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"
                            + "(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
                            + "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
                            + "(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?");

    private static final int MOST_CHARACTERS = 60;

    private LanguageTags() {}

    static String canonical(String tag) {
        if (tag.length() > MOST_CHARACTERS || !FORM.matcher(tag).matches()) {
            throw new TermWriter.Refused(
                    "Language tag \"%s\" is not of RFC 5646; write for example da or nb"
                            .formatted(tag));
        }
        String[] parts = tag.toLowerCase(Locale.ROOT).split("-", -1);
        StringBuilder form = new StringBuilder(parts[0]);
        boolean extension = false;
        for (int i = 1; i < parts.length; i++) {
            extension |= parts[i].length() == 1;
            form.append('-').append(extension ? parts[i] : cased(parts[i]));
        }
        return form.toString();
    }

    private static String cased(String part) {
        boolean letters = part.chars().allMatch(Character::isLetter);
        if (letters && part.length() == 2) {
            return part.toUpperCase(Locale.ROOT);
        }
        if (letters && part.length() == 4) {
            return Character.toUpperCase(part.charAt(0)) + part.substring(1);
        }
        return part;
    }
}
