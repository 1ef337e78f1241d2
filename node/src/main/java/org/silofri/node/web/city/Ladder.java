package org.silofri.node.web.city;

import java.util.ArrayList;
import java.util.List;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;
import org.springframework.stereotype.Component;

/** Pilots, solutions and results by the rung that they reached. */
@Component
class Ladder {

    private static final int MOST = 200;
    private static final int TRIED = 12;

    private final Projections projections;
    private final EntryLines lines;

    Ladder(Projections projections, EntryLines lines) {
        this.projections = projections;
        this.lines = lines;
    }

    /** The highest rung first; pilots that claim none come last. Empty rungs are left out. */
    List<CityView.Rung> of(Narrowed part, Wording say) {
        List<Hit> hits = hits(part, say);
        List<CityView.Rung> ladder = new ArrayList<>();
        for (Concept rung : CodeList.RUNG.concepts().reversed()) {
            List<Hit> reached =
                    hits.stream().filter(hit -> rung.notation().equals(hit.rung())).toList();
            if (!reached.isEmpty()) {
                ladder.add(
                        new CityView.Rung(
                                Terms.of(CodeList.RUNG, rung.notation(), say.language()),
                                reached.stream().map(hit -> line(hit, say)).toList()));
            }
        }
        List<Hit> tried =
                hits.stream()
                        .filter(hit -> hit.kind() == EntryKind.PILOT && hit.rung() == null)
                        .limit(TRIED)
                        .toList();
        if (!tried.isEmpty()) {
            ladder.add(new CityView.Rung(null, tried.stream().map(hit -> line(hit, say)).toList()));
        }
        return ladder;
    }

    private List<Hit> hits(Narrowed part, Wording say) {
        Narrowed work =
                part.to(
                        Facet.KIND,
                        EntryKind.PILOT.path(),
                        EntryKind.SOLUTION.path(),
                        EntryKind.RESULT.path());
        return projections
                .index()
                .search(new SearchRequest("", say.language(), work.filters(), 1, MOST))
                .hits();
    }

    private EntryLine line(Hit hit, Wording say) {
        return lines.line(hit, Passage.NONE, null, say);
    }
}
