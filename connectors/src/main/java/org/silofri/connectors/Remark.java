package org.silofri.connectors;

import java.util.Map;

/**
 * What is wrong and what helps.
 *
 * @param reason what is wrong, in the present tense
 * @param remedy what the reader can do about it
 */
public record Remark(Message reason, Message remedy) {

    /** The remark whose texts have the keys {@code {key}} and {@code {key}.remedy}. */
    public static Remark of(String key, String... args) {
        return new Remark(Message.of(key, args), Message.of(key + ".remedy", args));
    }

    /**
     * The remark of a broken rule, whose texts come with it.
     *
     * @param reasons what is wrong, by language
     * @param remedies what helps, by language
     */
    public static Remark ofTexts(
            String key, Map<String, String> reasons, Map<String, String> remedies) {
        return new Remark(
                Message.ofTexts(key, reasons), Message.ofTexts(key + ".remedy", remedies));
    }

    @Override
    public String toString() {
        return reason.english() + "; " + remedy.english();
    }
}
