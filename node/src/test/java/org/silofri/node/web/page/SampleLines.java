package org.silofri.node.web.page;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;

/** Entries as lines, for tests of pages. */
public final class SampleLines {

    private SampleLines() {}

    /** A line with a title in that language, read by a reader of another. */
    public static EntryLine line(String reader, String title, String lang, Badge... badges) {
        return line(reader, title, lang, Passage.NONE, null, badges);
    }

    /** A line as a search gives it. */
    public static EntryLine line(
            String reader,
            String title,
            String lang,
            Passage snippet,
            @Nullable String why,
            Badge... badges) {
        Wording say = PageRenderer.wording(reader);
        return new EntryLine(
                "doc/result/1",
                Text.of(title, lang, reader),
                new Term("result", reader.equals("da") ? "Resultat" : "Result"),
                new Term("copenhagen", "København"),
                List.of(badges),
                List.of(new Term("parking", reader.equals("da") ? "Parkering" : "Parking")),
                say.when(PageRenderer.NOW.minus(Duration.ofHours(30))),
                snippet,
                why);
    }

    /** The outcome that a solution went to the whole city. */
    public static Badge scaled(String reader) {
        return new Badge(
                Badge.Tone.SCALED,
                PageRenderer.wording(reader)
                        .say("badge.scaled", reader.equals("da") ? "Hele byen" : "Whole city"));
    }

    /** The outcome that a hypothesis was refuted. */
    public static Badge disproved(String reader) {
        return new Badge(Badge.Tone.DISPROVED, reader.equals("da") ? "Afkræftet" : "Disproved");
    }
}
