package org.silofri.catalogue.validation.personal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds national identity numbers in text. Each form must have a date that exists and a valid check
 * digit; a form that could as well be an ordinary number counts as sure only after a word that
 * announces an identity number. The rules and their reasons: docs/decisions/0011-personal-data.md.
 */
final class NationalIds {

    enum Certainty {
        SURE,
        UNSURE
    }

    /** Not inside a longer number, word, decimal or code. */
    private static final String START = "(?<![\\w+/-]|\\d[.,:])";

    private static final String END = "(?![\\w/]|-\\d|[.,:]\\d)";

    /** For forms without a sign between: nor a group in a number like 1 200 000. */
    private static final String BARE_START = START + "(?<!\\d[ \\u00a0])";

    private static final String BARE_END = END + "(?![ \\u00a0]\\d)";

    private static final Pattern SIX_FOUR =
            Pattern.compile(START + "(\\d{6}) ?[-–+] ?(\\d{4})" + END);
    private static final Pattern EIGHT_FOUR =
            Pattern.compile(BARE_START + "(\\d{8})[-+]?(\\d{4})" + BARE_END);
    private static final Pattern TEN =
            Pattern.compile(BARE_START + "(\\d{6}) ?(\\d{4})" + BARE_END);
    private static final Pattern ELEVEN =
            Pattern.compile(BARE_START + "(\\d{6}) ?(\\d{5})" + BARE_END);
    private static final Pattern FINNISH =
            Pattern.compile(START + "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]" + END);
    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(?:cpr|cpr-?nr|cpr-?nummer|person-?nr|person-?nummer(?:et)?|"
                            + "personlig kode|fødselsnummer(?:et)?|fødselsnr|fnr|d-nummer|pnr|"
                            + "henkilötunnus|hetu|kennitala|kt|ssn|national id|identity number|"
                            + "social security number|p-tal)[.:]?(?:\\s?(?:nr|no)\\.?)?\\s{0,2}:?\\s?$");

    private static final Pattern ANNOUNCED_AS_OTHER =
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(?:p-?nr|p-?nummer|p-?enhed|produktionsenhed|cvr|ean|gln|isbn|"
                            + "sag|sagsnr|sagsnummer|saksnr|ärende|diarienr|dnr|dnro|journalnr|"
                            + "konto|kontonr|kontonummer|ordre|order|faktura|ref|id|nr|no)"
                            + "[.:]?\\s{0,2}:?\\s?$");

    private NationalIds() {}

    /** The surest find in the text; empty when there is none. */
    static Optional<Certainty> find(String text) {
        if (!hasEnoughDigits(text)) {
            return Optional.empty();
        }
        boolean unsure = false;
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                Optional<Certainty> found = judge(form, matcher, text);
                if (found.isPresent() && found.get() == Certainty.SURE) {
                    return found;
                }
                unsure |= found.isPresent();
            }
        }
        return unsure ? Optional.of(Certainty.UNSURE) : Optional.empty();
    }

    private static boolean hasEnoughDigits(String text) {
        return text.chars().filter(Character::isDigit).limit(9).count() == 9;
    }

    private static Optional<Certainty> judge(Form form, Matcher matcher, String text) {
        String before = text.substring(Math.max(0, matcher.start() - 40), matcher.start());
        boolean announced = ANNOUNCED.matcher(before).find();
        boolean other = !announced && ANNOUNCED_AS_OTHER.matcher(before).find();
        return form.judge
                .judge(matcher, announced)
                .filter(found -> found == Certainty.SURE || !other);
    }

    private interface Judge {
        Optional<Certainty> judge(Matcher found, boolean announced);
    }

    private record Form(Pattern pattern, Judge judge) {}

    private static final List<Form> FORMS =
            List.of(
                    new Form(ELEVEN, (m, a) -> sure(NationalIdChecks.norwegian(digits(m)))),
                    new Form(FINNISH, (m, a) -> sure(NationalIdChecks.finnish(m.group()))),
                    new Form(EIGHT_FOUR, NationalIds::longSwedish),
                    new Form(SIX_FOUR, NationalIds::delimited),
                    new Form(TEN, NationalIds::bare));

    private static Optional<Certainty> longSwedish(Matcher found, boolean announced) {
        String digits = digits(found);
        if (!NationalIdChecks.longSwedish(digits)) {
            return Optional.empty();
        }
        boolean timestamp = NationalIdChecks.readsAsTimestamp(digits);
        return sure(!timestamp || announced);
    }

    private static Optional<Certainty> delimited(Matcher found, boolean announced) {
        String digits = digits(found);
        if (isChecked(digits)) {
            return Optional.of(Certainty.SURE);
        }
        if (isDoubtful(digits)) {
            return Optional.of(announced ? Certainty.SURE : Certainty.UNSURE);
        }
        return Optional.empty();
    }

    private static Optional<Certainty> bare(Matcher found, boolean announced) {
        String digits = digits(found);
        if (announced) {
            return sure(isChecked(digits) || isDoubtful(digits));
        }
        return isChecked(digits) ? Optional.of(Certainty.UNSURE) : Optional.empty();
    }

    private static boolean isDoubtful(String digits) {
        return NationalIdChecks.danishWithoutCheckDigit(digits)
                || (NationalIdChecks.swedishCoordination(digits)
                        && !NationalIdChecks.icelandicOrganisation(digits));
    }

    private static boolean isChecked(String digits) {
        return NationalIdChecks.danish(digits)
                || NationalIdChecks.icelandic(digits)
                || (NationalIdChecks.swedish(digits)
                        && !NationalIdChecks.icelandicOrganisation(digits));
    }

    private static Optional<Certainty> sure(boolean valid) {
        return valid ? Optional.of(Certainty.SURE) : Optional.empty();
    }

    private static String digits(Matcher found) {
        return found.group(1) + found.group(2);
    }
}
