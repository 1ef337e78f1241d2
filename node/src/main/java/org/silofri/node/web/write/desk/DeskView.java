package org.silofri.node.web.write.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * What waits for whom.
 *
 * @param done what has just been done, in words; null if nothing
 * @param cities that the reader writes for
 * @param kinds that can be begun
 * @param publisher whether the reader publishes for one of them
 * @param waiting drafts that it is the reader's turn with
 * @param mine the reader's other drafts
 * @param others drafts of colleagues
 * @param news what other cities say of the own entries, latest first
 */
record DeskView(
        @Nullable String done,
        List<Term> cities,
        List<Term> kinds,
        boolean publisher,
        List<Line> waiting,
        List<Line> mine,
        List<Line> others,
        List<NewsLine> news) {

    DeskView {
        cities = List.copyOf(cities);
        kinds = List.copyOf(kinds);
        waiting = List.copyOf(waiting);
        mine = List.copyOf(mine);
        others = List.copyOf(others);
        news = List.copyOf(news);
    }

    /**
     * A draft.
     *
     * @param change whether it changes a published entry
     * @param comment of a publisher who gave it back; null if none
     */
    record Line(
            String href,
            Text title,
            Term kind,
            Term city,
            String state,
            String author,
            boolean change,
            When changed,
            @Nullable String comment) {}

    /**
     * What another city says.
     *
     * @param told for example "Stavanger has taken it up"
     * @param href of the other city's entry
     * @param title of the other city's entry
     * @param ownHref of the own entry
     * @param own its title
     */
    record NewsLine(String told, String href, Text title, String ownHref, Text own, When when) {}
}
