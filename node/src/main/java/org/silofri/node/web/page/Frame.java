package org.silofri.node.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page: whose node this is, languages to switch to, how complete it is.
 *
 * @param node name of the city, or of the coordinator, in the reader's language
 * @param language BCP 47 tag of the page
 * @param demo whether the demonstration banner shows
 * @param languages to choose from
 * @param holdings for the foot of the page
 * @param reader who has signed in; null when nobody has
 * @param signIn where to sign in, with the way back to this page
 */
public record Frame(
        String node,
        String language,
        boolean demo,
        List<Choice> languages,
        Holdings holdings,
        @Nullable Reader reader,
        String signIn) {

    public Frame {
        languages = List.copyOf(languages);
    }

    /**
     * A language that the reader can choose.
     *
     * @param tag BCP 47
     * @param name in that language itself
     * @param href this page in that language
     * @param chosen whether it is this page's
     */
    public record Choice(String tag, String name, String href, boolean chosen) {}
}
