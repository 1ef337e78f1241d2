package org.silofri.node.web.listing;

/**
 * An outcome in a word or two. A refuted solution is a result, so no tone means "bad".
 *
 * @param tone decides colour and sign
 * @param label in the reader's language; tells the whole outcome without colour
 */
public record Badge(Tone tone, String label) {

    /** How an outcome looks. */
    public enum Tone {
        SCALED,
        CONFIRMED,
        DISPROVED,
        OPEN,
        QUIET;

        /** Name of the style. */
        public String css() {
            return "badge-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
