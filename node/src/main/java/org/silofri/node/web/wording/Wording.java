package org.silofri.node.web.wording;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Words, numbers and times in one reader's language. */
public final class Wording {

    private final MessageSource messages;
    private final Locale locale;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param now the moment that "ago" counts from
     * @param zone in which times are told
     */
    public Wording(MessageSource messages, Locale locale, Instant now, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.now = now;
        this.zone = zone;
    }

    /** BCP 47 tag of the reader's language, for example {@code da}. */
    public String language() {
        return locale.getLanguage();
    }

    /** The text with that key. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A count with the reader's separators. */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** A number that may have decimals, with the reader's separators. */
    public String number(java.math.BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /** Name of a language in the reader's, for example {@code Norwegian Bokmål}. */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    /** Name of a country in the reader's language, by its ISO 3166 code. */
    public String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** A moment in every form that pages use. */
    public When when(Instant moment) {
        var local = moment.atZone(zone);
        return new When(
                DateTimeFormatter.ISO_INSTANT.format(moment),
                ago(Duration.between(moment, now)),
                DateTimeFormatter.ofPattern(say("time.exact"), locale).format(local));
    }

    /** The time of day of a moment, for example {@code 12:03}. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(zone));
    }

    /** The order of names in the reader's alphabet: Å is the last letter in Danish. */
    public Comparator<String> alphabetical() {
        return Collator.getInstance(locale)::compare;
    }

    /** How long ago, in the largest whole unit. */
    public String ago(Duration past) {
        if (past.toSeconds() < 10) {
            return say("time.now");
        }
        if (past.toMinutes() < 1) {
            return say("time.seconds", past.toSeconds());
        }
        if (past.toHours() < 1) {
            return say("time.minutes", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return say("time.hours", past.toHours());
        }
        return say("time.days", past.toDays());
    }
}
