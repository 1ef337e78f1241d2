package org.silofri.node.web.overview;

import java.util.List;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SearchResult;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.EntryLine;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.wording.Passage;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** First entries of a part of the catalogue, latest first. */
@Component
public class Listings {

    private final Projections projections;
    private final EntryLines lines;
    private final Needs needs;

    Listings(Projections projections, EntryLines lines, Needs needs) {
        this.projections = projections;
        this.lines = lines;
        this.needs = needs;
    }

    /** The latest entries of a part of the catalogue. */
    public Listing latest(Narrowed part, int most, Wording say) {
        SearchResult found =
                projections
                        .index()
                        .search(new SearchRequest("", say.language(), part.filters(), 1, most));
        return listing(found.hits(), found.total(), part.address("/search"), say);
    }

    /** The latest open needs of a part of the catalogue. */
    public Listing open(Narrowed part, int most, Wording say) {
        Needs.Found found = needs.page(part, say.language(), 1, most);
        return listing(found.hits(), found.total(), part.address("/companies"), say);
    }

    private Listing listing(List<Hit> hits, long total, String href, Wording say) {
        return new Listing(
                say.number(total),
                href,
                total > hits.size(),
                hits.stream().map(hit -> line(hit, say)).toList());
    }

    private EntryLine line(Hit hit, Wording say) {
        return lines.line(hit, Passage.NONE, null, say);
    }
}
