package org.silofri.catalogue.validation.personal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers in text: international form of a Nordic country, or a number after a word
 * such as "tlf.". Bare groups of digits are never taken for one, since amounts look the same.
 */
final class PhoneNumbers {

    private static final String GAP = "[ \\u00a0.-]?";

    private static final Pattern INTERNATIONAL =
            Pattern.compile(
                    "(?<![\\w+]|\\d[.,])(?:\\+|00)"
                            + GAP
                            + "((?:45|47)"
                            + national("[2-9]", 7, 7)
                            + "|298"
                            + national("[2-9]", 5, 5)
                            + "|354"
                            + national("[4-9]", 6, 6)
                            + "|46"
                            + GAP
                            + "(?:\\(0\\))?"
                            + national("[1-9]", 6, 8)
                            + "|358"
                            + GAP
                            + "(?:\\(0\\))?"
                            + national("[1-9]", 6, 9)
                            + ")(?![\\w%]|[ .,]\\d)");

    private static final Pattern INTRODUCED =
            Pattern.compile(
                    "(?iu)\\b(?:tlf|tlfnr|telefon|telefonnummer|telefonnr|mobil|mobiltelefon|"
                            + "mobilnummer|tel|phone|telephone|mobile|puh|puhelin|matkapuhelin|"
                            + "puhelinnumero|sími|farsími|símanúmer|ring|ring til|soita|hringið í)"
                            + "[.:]?\\s{0,2}(?:nr\\.?|no\\.?)?\\s?:?\\s?"
                            + "(\\+?\\d(?:[ \\u00a0()-]{0,2}\\d){5,13})(?![\\w%]|[.,]\\d|\\s?(?i:kr|mio|mia|eur|dkk|nok|sek|isk))");

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[ \\u00a0.]\\d{3})+");

    private PhoneNumbers() {}

    private static String national(String first, int least, int most) {
        return GAP + first + "(?:" + GAP + "\\d){" + least + "," + most + "}";
    }

    static boolean isIn(String text) {
        Matcher international = INTERNATIONAL.matcher(text);
        while (international.find()) {
            if (!isAmount(international.group(1))) {
                return true;
            }
        }
        Matcher introduced = INTRODUCED.matcher(text);
        while (introduced.find()) {
            if (!isAmount(introduced.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** "+46 250 000 000" is a growth in money, not a number to call. */
    private static boolean isAmount(String digits) {
        return THOUSANDS.matcher(digits).matches() && digits.endsWith("000");
    }
}
