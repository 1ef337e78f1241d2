package org.silofri.node.web.write.neighbour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.Hit;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.catalogue.search.SimilarHit;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.listing.Matches;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/**
 * Finds who has tried something like it, in two ways: by the words and the spelling of the title,
 * and by the theme. The theme bridges languages whose words have nothing in common: the one that
 * was chosen, else the one that the text names, else the one that most of the nearest share.
 *
 * @see <a href="file:docs/decisions/0092-neighbours-by-words-and-by-theme.md">ADR 0092</a>
 */
@Component
public class Neighbours {

    private static final Node SUBJECT = DCTerms.subject.asNode();
    private static final int MOST_TRIED = 6;
    private static final int MOST_RELATED = 6;
    private static final int LOOKED_AT = 40;
    private static final int SHORTEST = 3;

    private static final Set<String> KINDS =
            Set.of(
                    EntryKind.PROBLEM.path(),
                    EntryKind.PILOT.path(),
                    EntryKind.SOLUTION.path(),
                    EntryKind.RESULT.path());

    private final Projections projections;
    private final OutcomeBadges outcomes;
    private final EntryLinks links;
    private final Cities cities;

    Neighbours(Projections projections, OutcomeBadges outcomes, EntryLinks links, Cities cities) {
        this.projections = projections;
        this.outcomes = outcomes;
        this.links = links;
        this.cities = cities;
    }

    /**
     * The neighbours of what somebody writes.
     *
     * @param text a title, also an unfinished one
     * @param chosen notations of the themes chosen so far; may be anything
     * @param itself IRI of the entry that is being changed; empty for a new one
     */
    public NeighboursView of(String text, Collection<String> chosen, String itself, Wording say) {
        if (text.strip().length() < SHORTEST) {
            return new NeighboursView(false, List.of(), List.of(), "");
        }
        List<SimilarHit> similar =
                projections.index().similar(text, say.language(), MOST_TRIED + 1).stream()
                        .filter(hit -> !hit.iri().value().equals(itself))
                        .limit(MOST_TRIED)
                        .toList();
        Set<String> known = new HashSet<>();
        known.add(itself);
        similar.forEach(hit -> known.add(hit.iri().value()));
        List<Neighbour> tried = similar.stream().map(hit -> neighbour(hit, say)).toList();
        List<Neighbour> related = new ArrayList<>();
        for (String theme : themes(text, chosen, similar)) {
            related.addAll(related(theme, known, say));
        }
        List<Neighbour> shown = related.stream().limit(MOST_RELATED).toList();
        return new NeighboursView(
                true, tried, shown, say.say("writing.similar.found", tried.size(), shown.size()));
    }

    private Set<String> themes(String text, Collection<String> chosen, List<SimilarHit> similar) {
        Set<String> themes = new LinkedHashSet<>();
        chosen.stream()
                .filter(theme -> CodeList.THEME.concept(theme).isPresent())
                .forEach(themes::add);
        if (themes.isEmpty()) {
            themes.addAll(ThemeNames.in(text));
        }
        if (themes.isEmpty()) {
            themes.addAll(shared(similar));
        }
        return themes;
    }

    /** The theme that more than half of the nearest have; empty when there is none. */
    private Set<String> shared(List<SimilarHit> similar) {
        Map<String, Integer> counts = new TreeMap<>();
        for (SimilarHit hit : similar) {
            Optional<EntryRecord> entry = projections.graph().entry(hit.iri());
            List<Node> themes = entry.map(found -> found.values(SUBJECT)).orElse(List.of());
            themes.forEach(theme -> counts.merge(local(theme.toString()), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 2 > similar.size())
                .max(Map.Entry.comparingByValue())
                .map(count -> Set.of(count.getKey()))
                .orElse(Set.of());
    }

    private static String local(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private List<Neighbour> related(String theme, Set<String> known, Wording say) {
        var request =
                new SearchRequest(
                        "",
                        say.language(),
                        Map.of(Facet.THEME, Set.of(theme), Facet.KIND, KINDS),
                        1,
                        LOOKED_AT);
        String why = say.say("writing.similar.theme", Terms.theme(theme, say.language()).label());
        return projections.index().search(request).hits().stream()
                .filter(hit -> known.add(hit.iri().value()))
                .map(hit -> neighbour(hit, why, say))
                .sorted(Comparator.comparing(neighbour -> neighbour.badges().isEmpty()))
                .limit(MOST_RELATED)
                .toList();
    }

    private Neighbour neighbour(SimilarHit hit, Wording say) {
        String why = Matches.why(hit.why(), say);
        return new Neighbour(
                links.page(hit.iri()),
                Text.pick(hit.title(), say.language()),
                Terms.kind(hit.kind(), say.language()),
                cities.term(hit.city(), say),
                outcomes.of(hit.iri(), hit.verdict(), hit.city(), hit.outcomes(), say),
                why == null ? "" : why);
    }

    private Neighbour neighbour(Hit hit, String why, Wording say) {
        return new Neighbour(
                links.page(hit.iri()),
                Text.pick(hit.title(), say.language()),
                Terms.kind(hit.kind(), say.language()),
                cities.term(hit.city(), say),
                outcomes.of(hit.iri(), hit.verdict(), hit.city(), hit.outcomes(), say),
                why);
    }
}
