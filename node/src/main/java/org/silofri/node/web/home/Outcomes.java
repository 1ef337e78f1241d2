package org.silofri.node.web.home;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.graph.EntrySummary;
import org.silofri.catalogue.graph.GraphStore;
import org.silofri.catalogue.graph.ScaledEntry;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.EntryLines;
import org.silofri.node.web.listing.Summaries;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** The latest of what scaled and of what was refuted, told equally well. */
@Component
class Outcomes {

    private static final int MOST = 3;

    /** An event may have scaled several entries; it is shown once. */
    private static final int ASKED = 4 * MOST;

    private final Projections projections;
    private final EntryLines lines;

    Outcomes(Projections projections, EntryLines lines) {
        this.projections = projections;
        this.lines = lines;
    }

    List<HomeView.Outcome> scaled(Wording say) {
        Set<EntryIri> seen = new HashSet<>();
        return graph().scaled(ASKED).stream()
                .filter(pair -> seen.add(pair.event().iri()))
                .limit(MOST)
                .map(pair -> scaled(pair, say))
                .toList();
    }

    List<HomeView.Outcome> refuted(Wording say) {
        return graph().refuted(MOST).stream().map(entry -> refuted(entry, say)).toList();
    }

    private HomeView.Outcome scaled(ScaledEntry pair, Wording say) {
        return new HomeView.Outcome(
                lines.line(pair.event(), say),
                Text.pick(pair.entry().title(), say.language()),
                null);
    }

    private HomeView.Outcome refuted(EntrySummary entry, Wording say) {
        Optional<EntryRecord> record = graph().entry(entry.iri());
        return new HomeView.Outcome(
                lines.line(entry, say),
                record.map(found -> hypothesis(found, say)).orElse(null),
                record.flatMap(this::instead).map(found -> lines.line(found, say)).orElse(null));
    }

    private static @Nullable Text hypothesis(EntryRecord result, Wording say) {
        Map<String, String> byLanguage = new TreeMap<>();
        result.values(SF.hypothesis.asNode()).stream()
                .filter(Node::isLiteral)
                .forEach(text ->
                        byLanguage.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return byLanguage.isEmpty() ? null : Text.pick(byLanguage, say.language());
    }

    private Optional<EntrySummary> instead(EntryRecord result) {
        return result.values(SF.supersededBy.asNode()).stream()
                .flatMap(iri -> EntryIri.parse(iri.toString()).stream())
                .flatMap(iri -> graph().entry(iri).stream())
                .filter(EntryRecord::isLive)
                .map(Summaries::of)
                .findFirst();
    }

    private GraphStore graph() {
        return projections.graph();
    }
}
