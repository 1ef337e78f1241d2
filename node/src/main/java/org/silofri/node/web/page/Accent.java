package org.silofri.node.web.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.silofri.node.identity.NotStartable;

/**
 * The colour of a city on its own node's pages: headings, buttons, marks. Text in it and on it
 * stays readable (WCAG 2.2, 1.4.3 and 1.4.11).
 *
 * @param hex {@code #rrggbb}; contrast of at least {@value #TEXT}:1 to white and to the pages' pale
 *     ground
 */
public record Accent(String hex) {

    /** The design system's own. */
    public static final Accent DEFAULT = new Accent("#0b3a53");

    /** Least contrast of text, WCAG 2.2 criterion 1.4.3. */
    static final double TEXT = 4.5;

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    /** Grounds on which the colour stands: white, pale panels, the darkest end of the hero's. */
    private static final String[] GROUNDS = {"#ffffff", "#f2f6f8", "#e6f0f5"};

    /**
     * Checks form and contrast.
     *
     * @throws NotStartable if it is no colour, or none that can be read
     */
    public Accent {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(hex).matches()) {
            throw new NotStartable(
                    "silofri.node.accent \"%s\" is no colour".formatted(hex),
                    "write # and six hexadecimal digits in quotes, such as \"#0b3a53\"");
        }
        for (String ground : GROUNDS) {
            double contrast = contrast(hex, ground);
            if (contrast < TEXT) {
                throw new NotStartable(
                        String.format(
                                Locale.ROOT,
                                "silofri.node.accent %s has a contrast of %.1f:1 to %s, too little"
                                        + " to be read",
                                hex,
                                contrast,
                                ground),
                        "choose a darker shade with at least 4.5:1");
            }
        }
    }

    /** The colour, darkened; for what is pointed at or pressed. */
    String darker(double by) {
        StringBuilder darker = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            darker.append("%02x".formatted((int) (channel(hex, channel) * (1 - by))));
        }
        return darker.toString();
    }

    /**
     * Contrast ratio of two colours, 1 to 21.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2</a>
     */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(channel(hex, 0))
                + 0.7152 * linear(channel(hex, 1))
                + 0.0722 * linear(channel(hex, 2));
    }

    private static int channel(String hex, int channel) {
        return Integer.parseInt(hex.substring(1 + 2 * channel, 3 + 2 * channel), 16);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
