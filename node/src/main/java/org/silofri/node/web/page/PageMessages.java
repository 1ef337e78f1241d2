package org.silofri.node.web.page;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Message files whose counts follow the language: Icelandic has the singular after 1, 21, 31 …, all
 * others only after 1. {@link ChoiceFormat} knows limits and no remainders, so that it alone would
 * write a plural after 21.
 *
 * @see <a href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html#is">
 *     CLDR, plural rules of Icelandic</a>
 */
final class PageMessages extends ResourceBundleMessageSource {

    private static final String ICELANDIC = "is";

    @Override
    protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
        MessageFormat format = super.createMessageFormat(text, locale);
        if (locale != null && locale.getLanguage().equals(ICELANDIC)) {
            Format[] parts = format.getFormats();
            for (int part = 0; part < parts.length; part++) {
                if (parts[part] instanceof ChoiceFormat choice) {
                    format.setFormat(part, new IcelandicChoice(choice));
                }
            }
        }
        return format;
    }

    /** Takes the branch of 1 for every count that Icelandic says in the singular. */
    private static final class IcelandicChoice extends ChoiceFormat {

        private static final long serialVersionUID = 1L;

        IcelandicChoice(ChoiceFormat choice) {
            super(choice.toPattern());
        }

        @Override
        public StringBuffer format(double count, StringBuffer to, FieldPosition position) {
            boolean singular = count % 10 == 1 && count % 100 != 11;
            return super.format(singular ? 1 : count, to, position);
        }
    }
}
