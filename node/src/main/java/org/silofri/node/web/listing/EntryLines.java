package org.silofri.node.web.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.search.Hit;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Turns what the stores give into lines of a list. */
@Component
public class EntryLines {

    private final EntryLinks links;
    private final Cities cities;
    private final Echoes echoes;

    EntryLines(EntryLinks links, Cities cities, Echoes echoes) {
        this.links = links;
        this.cities = cities;
        this.echoes = echoes;
    }

    /** A line of a list of entries. */
    public EntryLine line(EntrySummary entry, Wording say) {
        return new EntryLine(
                links.page(entry.iri()),
                Text.pick(entry.title(), say.language()),
                Terms.kind(entry.kind(), say.language()),
                cities.term(entry.city(), say),
                badges(entry, say),
                themes(entry.themes(), say),
                say.when(entry.updated()),
                Passage.NONE,
                null);
    }

    /**
     * A line of search results.
     *
     * @param snippet passage that matched
     * @param why what matched, in words
     */
    public EntryLine line(Hit hit, Passage snippet, @Nullable String why, Wording say) {
        List<Badge> badges = new ArrayList<>(Badges.of(hit.rung(), hit.verdict(), say));
        // its own verdict tells more than the count of the one city behind it
        if (hit.verdict() == null) {
            badges.addAll(Badges.of(hit.outcomes(), say));
        }
        badges.addAll(echoes.of(hit.iri()).badges(say));
        return new EntryLine(
                links.page(hit.iri()),
                Text.pick(hit.title(), say.language()),
                Terms.kind(hit.kind(), say.language()),
                cities.term(hit.city(), say),
                badges,
                themes(hit.themes(), say),
                say.when(hit.updated()),
                snippet,
                why);
    }

    private List<Badge> badges(EntrySummary entry, Wording say) {
        List<Badge> badges = new ArrayList<>(Badges.of(entry.rung(), entry.verdict(), say));
        badges.addAll(echoes.of(entry.iri()).badges(say));
        return badges;
    }

    private static List<Term> themes(List<String> notations, Wording say) {
        return notations.stream().map(theme -> Terms.theme(theme, say.language())).toList();
    }
}
