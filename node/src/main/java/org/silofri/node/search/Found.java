package org.silofri.node.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.Match;
import org.silofri.catalogue.search.Snippet;

/**
 * A hit as the API writes it.
 *
 * @param kind as in the IRI, for example {@code pilot}
 * @param title by language
 * @param why the words that matched
 * @param verdict notation, null if there is none
 * @param rung notation, null if there is none
 * @param themes notations
 * @param outcomes results about the entry, standing ones first
 */
record Found(
        String iri,
        String kind,
        String city,
        Map<String, String> title,
        Snippet snippet,
        double score,
        List<Match> why,
        @Nullable String verdict,
        @Nullable String rung,
        Instant updated,
        List<String> themes,
        List<FoundOutcome> outcomes) {

    static Found of(Hit hit) {
        return new Found(
                hit.iri().value(),
                hit.kind().path(),
                hit.city().value(),
                hit.title(),
                hit.snippet(),
                hit.score(),
                hit.why(),
                hit.verdict(),
                hit.rung(),
                hit.updated(),
                hit.themes(),
                hit.outcomes().stream().map(FoundOutcome::of).toList());
    }
}
