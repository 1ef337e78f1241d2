package org.silofri.node.web.overview;

/**
 * How far a city, a theme or the network has come, in numbers of entries.
 *
 * @param entries of all kinds
 * @param open problems that their city has not solved; see {@code docs/glossary.md}, "open need"
 * @param tried pilots
 * @param scaled scaling events
 * @param refuted results that disproved what was tried
 */
public record Tally(long entries, long open, long tried, long scaled, long refuted) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);
}
