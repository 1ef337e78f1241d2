package org.silofri.node.web.page;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Message files whose counts follow the language: Icelandic has the singular after 1, 21, 31 …, all
 * others only after 1. {@link ChoiceFormat} knows limits and no remainders, so that it alone would
 * write a plural after 21.
 *
 * <p>In Icelandic the choice is made by a second copy of the arguments, in which each such number
 * is 1; the numbers themselves are written from the first.
 *
 * @see <a href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html#is">
 *     CLDR, plural rules of Icelandic</a>
 */
final class PageMessages extends ResourceBundleMessageSource {

    private static final String ICELANDIC = "is";

    /** No text has more arguments. */
    private static final int COPY = 10;

    private static final Pattern CHOICE = Pattern.compile("\\{(\\d),choice,");

    @Override
    protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
        String chosen =
                isIcelandic(locale) ? CHOICE.matcher(text).replaceAll("{1$1,choice,") : text;
        return super.createMessageFormat(chosen, locale);
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        if (!isIcelandic(locale)) {
            return resolved;
        }
        Object[] both = Arrays.copyOf(resolved, COPY + resolved.length);
        for (int at = 0; at < resolved.length; at++) {
            both[COPY + at] = resolved[at] instanceof Number count ? counted(count) : resolved[at];
        }
        return both;
    }

    private static Number counted(Number count) {
        double value = count.doubleValue();
        return value % 10 == 1 && value % 100 != 11 ? 1 : count;
    }

    private static boolean isIcelandic(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals(ICELANDIC);
    }
}
