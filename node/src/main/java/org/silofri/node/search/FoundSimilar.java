package org.silofri.node.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Match;
import org.silofri.catalogue.search.SimilarHit;

/**
 * An entry whose title says much the same, as the API writes it.
 *
 * @param kind as in the IRI, for example {@code pilot}
 * @param title by language
 * @param why the words of the title that matched
 * @param verdict notation, null if there is none
 * @param outcomes results about the entry, standing ones first
 */
record FoundSimilar(
        String iri,
        String kind,
        String city,
        Map<String, String> title,
        double score,
        List<Match> why,
        @Nullable String verdict,
        List<FoundOutcome> outcomes) {

    static FoundSimilar of(SimilarHit hit) {
        return new FoundSimilar(
                hit.iri().value(),
                hit.kind().path(),
                hit.city().value(),
                hit.title(),
                hit.score(),
                hit.why(),
                hit.verdict(),
                hit.outcomes().stream().map(FoundOutcome::of).toList());
    }
}
