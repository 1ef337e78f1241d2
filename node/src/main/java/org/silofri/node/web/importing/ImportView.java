package org.silofri.node.web.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.When;

/**
 * What the page to upload shows.
 *
 * @param cities to import for; empty for whoever may not upload
 * @param megabytes of the largest file
 * @param rows most of a file
 * @param refusal what was wrong with the last try; null if nothing
 * @param templates the reader's language first
 * @param uploads of the reader's cities, the newest first
 */
record ImportView(
        List<Term> cities,
        long megabytes,
        String rows,
        @Nullable String refusal,
        List<Language> templates,
        List<Line> uploads) {

    ImportView {
        cities = List.copyOf(cities);
        templates = List.copyOf(templates);
        uploads = List.copyOf(uploads);
    }

    /**
     * A language that the template has.
     *
     * @param tag BCP 47
     * @param name in that language itself
     */
    record Language(String tag, String name) {}

    /**
     * An upload in the list.
     *
     * @param state how far it is, in words
     */
    record Line(String href, String file, String city, When at, String state) {}
}
