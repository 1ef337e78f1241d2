package org.silofri.node.web.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * What the board shows.
 *
 * @param at the day that it is about, in ISO form
 * @param day the same in words
 * @param today whether that is today: only then proposals show
 * @param themes to choose from
 * @param theme the chosen one; empty for all
 * @param waiting whether only problems show where someone is waited for
 * @param cities heads of the columns
 * @param files this board as files, with the same filter
 */
record BoardView(
        String at,
        String day,
        boolean today,
        List<Term> themes,
        String theme,
        boolean waiting,
        List<Term> cities,
        List<Row> rows,
        List<Waiting> waits,
        List<File> files) {

    /**
     * A shared problem.
     *
     * @param lead name of the lead; null when there is none
     * @param deadline for answers; null when nothing waits
     * @param cells one for each city
     */
    record Row(
            String href,
            Text title,
            String themes,
            boolean historical,
            @Nullable String lead,
            @Nullable String deadline,
            List<Cell> cells) {}

    /** What a city is to a problem; often nothing. */
    record Cell(List<Mark> marks) {}

    /**
     * @param tone ending of the style's name
     */
    record Mark(String label, String tone) {}

    /**
     * Someone is waited for.
     *
     * @param who city, or the coordinator
     * @param what it is to do
     * @param deadline null when there is none
     * @param overdue whether that has passed
     */
    record Waiting(
            String href,
            Text title,
            String who,
            String what,
            @Nullable String deadline,
            boolean overdue) {}

    /** The board in a format. */
    record File(String name, String href) {}
}
