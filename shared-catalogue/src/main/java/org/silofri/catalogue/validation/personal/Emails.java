package org.silofri.catalogue.validation.personal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells an organisation's mailbox from a person's by the part before the {@code @}. */
final class Emails {

    enum Judgement {
        /** Named after a function: {@code post}, {@code smart-city}, {@code kirjaamo}. */
        FUNCTIONAL,
        /** Neither a known function nor the look of a person's name. */
        UNSURE,
        /** Looks like a person's name or initials, or is with a provider of private mailboxes. */
        PERSONAL
    }

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
    private static final Pattern SEPARATORS = Pattern.compile("[._+-]");
    private static final Pattern INITIALS =
            Pattern.compile("\\p{L}{1,3}|\\p{L}{0,4}\\p{N}+\\p{L}{0,4}");

    private static final Set<String> FREE_MAIL =
            Set.of(
                    "gmail",
                    "googlemail",
                    "hotmail",
                    "outlook",
                    "live",
                    "yahoo",
                    "icloud",
                    "me",
                    "proton",
                    "protonmail",
                    "msn",
                    "aol",
                    "mail",
                    "gmx",
                    "online",
                    "telia",
                    "jubii",
                    "ofir",
                    "stofanet",
                    "kolumbus",
                    "simnet",
                    "bredband",
                    "bahnhof");

    private static final Set<String> FUNCTIONS = Words.of("functional-mailboxes.txt");
    private static final Set<String> GIVEN_NAMES = Words.of("given-names.txt");

    private Emails() {}

    static List<String> in(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }

    static Judgement judge(String address) {
        int at = address.indexOf('@');
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        if (FREE_MAIL.contains(domain.substring(0, domain.indexOf('.')))) {
            return Judgement.PERSONAL;
        }
        List<String> parts = SEPARATORS.splitAsStream(local).filter(p -> !p.isEmpty()).toList();
        if (parts.stream().anyMatch(GIVEN_NAMES::contains)) {
            return Judgement.PERSONAL;
        }
        if (parts.stream().anyMatch(FUNCTIONS::contains)) {
            return Judgement.FUNCTIONAL;
        }
        if (parts.size() > 1 || INITIALS.matcher(local).matches()) {
            return Judgement.PERSONAL;
        }
        return Judgement.UNSURE;
    }
}
