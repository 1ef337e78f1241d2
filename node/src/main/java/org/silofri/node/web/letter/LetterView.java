package org.silofri.node.web.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter shows, plain or as a page. All links are whole.
 *
 * @param language BCP 47 tag
 * @param lead first paragraph
 * @param more what there is beside the lines; null when nothing
 * @param ending what the reader can do
 * @param foot who sends it and why; the last of them is about how to end it
 */
record LetterView(
        String language,
        String subject,
        String lead,
        List<Section> sections,
        @Nullable Link more,
        List<Link> ending,
        List<String> foot) {

    LetterView {
        sections = List.copyOf(sections);
        ending = List.copyOf(ending);
        foot = List.copyOf(foot);
    }

    /** Lines under a heading. */
    record Section(String title, List<Line> lines) {}

    /**
     * An entry.
     *
     * @param title what the link is called
     * @param lang of the title; null when it is the letter's
     * @param about kind, city, outcome
     */
    record Line(String href, String title, @Nullable String lang, String about) {}

    /** A link with its words. */
    record Link(String href, String label) {}
}
