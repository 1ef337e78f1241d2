package org.silofri.node.web.wording;

/** The beginning of a text that is too long for its place. */
public final class Shortened {

    private static final int LEAD = 40;

    private Shortened() {}

    /**
     * The text, cut between two words.
     *
     * @param most longest text that is left as it is, in characters without the ellipsis
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most;
        for (int i = most; i > Math.max(0, most - LEAD); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                end = i;
                break;
            }
        }
        if (Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
